using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Puts tokens of the sender into a strategy, for shares.</summary>
/// <param name="Sender">The staker, who pays.</param>
/// <param name="Strategy">Where to.</param>
/// <param name="Token">What is paid.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public sealed record DepositIntoStrategy(Address Sender, Address Strategy, Address Token, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyManager.Deposit(Sender, Strategy, Token, Amount);
}

/// <summary>Puts tokens of the sender into a strategy, for shares of a staker who signed for it.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Strategy">Where to.</param>
/// <param name="Token">What is paid.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="Staker">Who gets the shares.</param>
/// <param name="Expiry">The last second at which the signature is good.</param>
/// <param name="Signer">Who signed this very deposit; zero when nobody did.</param>
/// <param name="Nonce">The nonce that was signed.</param>
public sealed record DepositIntoStrategyWithSignature(
    Address Sender,
    Address Strategy,
    Address Token,
    UInt256 Amount,
    Address Staker,
    ulong Expiry,
    Address Signer,
    UInt256 Nonce) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyManager.DepositWithSignature(this);
}

/// <summary>Lets strategies take deposits.</summary>
/// <param name="Sender">The whitelister.</param>
/// <param name="Strategies">Which ones.</param>
public sealed record AddStrategiesToDepositWhitelist(Address Sender, IReadOnlyList<Address> Strategies)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyManager.AddToWhitelist(Sender, Strategies);
}

/// <summary>Stops strategies from taking deposits; shares come out of the queue as before.</summary>
/// <param name="Sender">The whitelister.</param>
/// <param name="Strategies">Which ones.</param>
public sealed record RemoveStrategiesFromDepositWhitelist(
    Address Sender, IReadOnlyList<Address> Strategies) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.StrategyManager.RemoveFromWhitelist(Sender, Strategies);
}

/// <summary>Appoints the whitelister.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Whitelister">Who whitelists from now on.</param>
public sealed record SetStrategyWhitelister(Address Sender, Address Whitelister) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.SetStrategyWhitelister(Sender, Whitelister);
}

/// <summary>A staker got deposit shares.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="Staker">Who.</param>
/// <param name="Strategy">In what.</param>
/// <param name="Shares">How many.</param>
public sealed record Deposited(Address Contract, Address Staker, Address Strategy, UInt256 Shares)
    : Event(Contract);

/// <summary>A strategy may take deposits.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="Strategy">Which one.</param>
public sealed record StrategyAddedToDepositWhitelist(Address Contract, Address Strategy) : Event(Contract);

/// <summary>A strategy takes no more deposits.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="Strategy">Which one.</param>
public sealed record StrategyRemovedFromDepositWhitelist(Address Contract, Address Strategy)
    : Event(Contract);

/// <summary>Another account whitelists strategies.</summary>
/// <param name="Contract">The StrategyManager.</param>
/// <param name="PreviousAddress">Who did before.</param>
/// <param name="NewAddress">Who does now.</param>
public sealed record StrategyWhitelisterChanged(
    Address Contract, Address PreviousAddress, Address NewAddress) : Event(Contract);
