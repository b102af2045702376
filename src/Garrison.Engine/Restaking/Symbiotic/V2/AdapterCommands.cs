using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Makes a slashable adapter.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Configuration">What it is made with.</param>
public sealed record DeployAppAdapter(
    Address Sender, Address Adapter, Address Vault, AppAdapter Configuration)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Apps.Deploy(Adapter, Vault, Configuration);
}

/// <summary>Slashes, at most what is slashable.</summary>
/// <param name="Sender">The middleware of its network.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Amount">How many assets.</param>
public sealed record SlashAppAdapter(Address Sender, Address Adapter, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Apps.Slash(Sender, Adapter, Amount);
}

/// <summary>Lets stake go at once, at most what is slashable.</summary>
/// <param name="Sender">Its network or the middleware.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Amount">How many assets.</param>
public sealed record ReleaseAppAdapter(Address Sender, Address Adapter, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Apps.Release(Sender, Adapter, Amount);
}

/// <summary>Gives tokens to an adapter.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which token.</param>
/// <param name="Amount">How many.</param>
public sealed record RewardAppAdapter(Address Sender, Address Adapter, Address Token, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Apps.Reward(Sender, Adapter, Token, Amount);
}

/// <summary>Makes an adapter that lends assets out.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Market">The address that holds what it lends out, and nothing else.</param>
public sealed record DeployYieldAdapter(Address Sender, Address Adapter, Address Vault, Address Market)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Yields.Deploy(Adapter, Vault, Market);
}

/// <summary>Says that borrowers paid interest.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Interest">How many assets.</param>
public sealed record AccrueYield(Address Sender, Address Adapter, UInt256 Interest) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Yields.Accrue(Sender, Adapter, Interest);
}

/// <summary>Says that borrowers will not pay back.</summary>
/// <param name="Sender">Who brings the fact.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Loss">How many assets.</param>
/// <param name="To">Who keeps them.</param>
public sealed record WriteOffYield(Address Sender, Address Adapter, UInt256 Loss, Address To)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Yields.WriteOff(Adapter, Loss, To);
}

/// <summary>Says what cannot be taken back at once.</summary>
/// <param name="Sender">Who brings the fact.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Assets">How many assets.</param>
public sealed record SetYieldLent(Address Sender, Address Adapter, UInt256 Assets) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Yields.SetLent(Adapter, Assets);
}

/// <summary>Makes a lane.</summary>
/// <param name="Sender">Anyone.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Vault">Which vault.</param>
/// <param name="Owner">Who sets its terms.</param>
public sealed record DeployLiquidLane(Address Sender, Address Adapter, Address Vault, Address Owner)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Lanes.Deploy(Adapter, Vault, Owner);
}

/// <summary>Has a lane take a token.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which one.</param>
/// <param name="Decimals">What the token states, as a fact from outside.</param>
/// <param name="Account">Where it lies until its issuer pays.</param>
public sealed record AddLaneToken(
    Address Sender, Address Adapter, Address Token, byte Decimals, Address Account)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.AddToken(Sender, Adapter, Token, Decimals, Account);
}

/// <summary>Has a lane take a token no longer.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which one.</param>
public sealed record RemoveLaneToken(Address Sender, Address Adapter, Address Token) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.RemoveToken(Sender, Adapter, Token);
}

/// <summary>Limits what the account of a token may hold.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which one.</param>
/// <param name="Limit">At most this after a swap, in the asset.</param>
public sealed record SetLaneLimit(Address Sender, Address Adapter, Address Token, UInt256 Limit)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.SetLimit(Sender, Adapter, Token, Limit);
}

/// <summary>Sets what the vault pays less than the oracle says at least.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which one.</param>
/// <param name="Ppm">In millionths.</param>
public sealed record SetLaneMinDiscount(Address Sender, Address Adapter, Address Token, UInt256 Ppm)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.SetMinDiscount(Sender, Adapter, Token, Ppm);
}

/// <summary>Names who swaps.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="MarketMaker">Who.</param>
/// <param name="CanAcquire">Whether it may buy tokens with its own assets, which is not modelled.</param>
public sealed record SetLaneMarketMaker(Address Sender, Address Adapter, Address MarketMaker, bool CanAcquire)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.SetMarketMaker(Sender, Adapter, MarketMaker, CanAcquire);
}

/// <summary>Says who may swap for the market maker.</summary>
/// <param name="Sender">The owner or the market maker.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Filler">Who.</param>
/// <param name="IsAuthorized">Whether.</param>
public sealed record SetLaneFiller(Address Sender, Address Adapter, Address Filler, bool IsAuthorized)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.SetFiller(Sender, Adapter, Filler, IsAuthorized);
}

/// <summary>Says what the oracle says of a token.</summary>
/// <param name="Sender">Who brings the fact.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which one.</param>
/// <param name="Price">Of one token, in assets, in 10⁻¹⁸.</param>
public sealed record PostLanePrice(Address Sender, Address Adapter, Address Token, UInt256 Price)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Lanes.SetPrice(Adapter, Token, Price);
}

/// <summary>Has a lane pay for tokens that have arrived at its address.</summary>
/// <param name="Sender">The owner, the market maker, or one that it named.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Swap">What for what.</param>
public sealed record SwapInLane(Address Sender, Address Adapter, LaneSwap Swap) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Symbiotic.V2.Lanes.Swap(Sender, Adapter, Swap);
}

/// <summary>Says that an issuer took tokens of a lane and paid.</summary>
/// <param name="Sender">The issuer.</param>
/// <param name="Adapter">Which adapter.</param>
/// <param name="Token">Which one.</param>
/// <param name="Amount">How many.</param>
/// <param name="Assets">For how many assets.</param>
public sealed record RedeemLaneTokens(
    Address Sender, Address Adapter, Address Token, UInt256 Amount, UInt256 Assets)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Symbiotic.V2.Lanes.Redeem(Sender, Adapter, Token, Amount, Assets);
}
