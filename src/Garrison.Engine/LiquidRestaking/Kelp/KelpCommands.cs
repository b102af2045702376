using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>Deposits ether for rsETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Minimum">The least rsETH for it.</param>
/// <param name="ReferralId">Through whom; a mark without effect.</param>
public sealed record DepositEtherToKelp(
    Address Sender, UInt256 Amount, UInt256 Minimum, string ReferralId) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Kelp.DepositEther(Sender, Amount, Minimum, ReferralId);
}

/// <summary>Deposits a token for rsETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
/// <param name="Minimum">The least rsETH for it.</param>
/// <param name="ReferralId">Through whom; a mark without effect.</param>
public sealed record DepositToKelp(
    Address Sender, Address Asset, UInt256 Amount, UInt256 Minimum, string ReferralId) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Kelp.Deposit(Sender, Asset, Amount, Minimum, ReferralId);
}

/// <summary>Stores the price of rsETH anew; anyone may.</summary>
/// <param name="Sender">Who asks.</param>
public sealed record UpdateKelpPrice(Address Sender) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.UpdatePrice();
}

/// <summary>Asks for an asset in return for rsETH.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="RsEth">How much rsETH.</param>
/// <param name="ReferralId">Through whom; a mark without effect.</param>
public sealed record RequestKelpWithdrawal(
    Address Sender, Address Asset, UInt256 RsEth, string ReferralId) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.Request(Sender, Asset, RsEth, ReferralId);
}

/// <summary>Claims the sender's oldest request for an asset.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="ReferralId">Through whom; a mark without effect.</param>
public sealed record CompleteKelpWithdrawal(
    Address Sender, Address Asset, string ReferralId) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.Complete(Sender, Asset, ReferralId);
}

/// <summary>Unlocks the oldest requests for an asset, as far as it goes.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="FirstExcluded">The number of the first request that stays locked.</param>
/// <param name="Bounds">Between which prices.</param>
public sealed record UnlockKelpQueue(
    Address Sender, Address Asset, UInt256 FirstExcluded, KelpPriceBounds Bounds) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Kelp.Unlock(Sender, Asset, FirstExcluded, Bounds);
}

/// <summary>Gives the pool ether for a token of the same worth.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Ether">How much, in wei.</param>
/// <param name="Minimum">The least of the token for it.</param>
public sealed record SwapEtherForKelpAsset(
    Address Sender, Address Asset, UInt256 Ether, UInt256 Minimum) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.SwapEther(Sender, Asset, Ether, Minimum);
}

/// <summary>Gives the vault ether, for nothing.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record GiveEtherToKelpVault(Address Sender, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.GiveEtherToVault(Sender, Amount);
}

/// <summary>Creates rsETH, which only the pool and the oracle may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="To">For whom.</param>
/// <param name="Amount">How much.</param>
public sealed record MintKelpToken(Address Sender, Address To, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.Mint(Sender, To, Amount);
}

/// <summary>Takes assets of the vault, which only the withdrawal manager may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
public sealed record RedeemFromKelpVault(Address Sender, Address Asset, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.Redeem(Sender, Asset, Amount);
}

/// <summary>Burns rsETH, which only the withdrawal manager may.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="From">Whose.</param>
/// <param name="Amount">How much.</param>
public sealed record BurnKelpToken(Address Sender, Address From, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.Kelp.Burn(Sender, From, Amount);
}
