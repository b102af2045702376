using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Makes an issuer.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Its address, and its token.</param>
/// <param name="Terms">What it is.</param>
public sealed record CreateIssuer(Address Sender, Address Issuer, IssuerTerms Terms) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Create(Issuer, Terms);
}

/// <summary>Changes the numbers of an issuer; its policies stay.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Terms">What it is from here on.</param>
public sealed record ChangeIssuerTerms(Address Sender, Address Issuer, IssuerTerms Terms) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.ChangeTerms(Sender, Issuer, Terms);
}

/// <summary>Lets an issuer take another asset at its own amount.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Asset">The asset.</param>
public sealed record AcceptIssuerAsset(Address Sender, Address Issuer, Address Asset) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Accept(Sender, Issuer, Asset);
}

/// <summary>Says what of an issuer is paused.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Paused">All that is.</param>
public sealed record PauseIssuer(Address Sender, Address Issuer, IssuerPause Paused) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Pause(Sender, Issuer, Paused);
}

/// <summary>Deposits an asset for tokens.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Where.</param>
/// <param name="Asset">Which asset.</param>
/// <param name="Amount">How much, in its smallest unit.</param>
/// <param name="Receiver">Who gets the tokens; of a stored rate always the sender.</param>
public sealed record DepositToIssuer(
    Address Sender, Address Issuer, Address Asset, UInt256 Amount, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Deposit(Sender, Issuer, Asset, Amount, Receiver);
}

/// <summary>Moves what lies idle into the vault.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
public sealed record PushIssuerAssets(Address Sender, Address Issuer) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Push(Sender, Issuer);
}

/// <summary>Asks to leave through the queue.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Tokens">For how many tokens.</param>
/// <param name="Recipient">Who is paid; where tokens are burned at the request always the sender.</param>
public sealed record RequestIssuerExit(
    Address Sender, Address Issuer, UInt256 Tokens, Address Recipient)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Request(Sender, Issuer, Tokens, Recipient);
}

/// <summary>Finalises requests, or batches of them, in their order.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Last">The last one.</param>
public sealed record FinalizeIssuerExits(Address Sender, Address Issuer, ulong Last) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Finalize(Sender, Issuer, Last);
}

/// <summary>Pays a request that is final.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Number">Its number.</param>
public sealed record ClaimIssuerExit(Address Sender, Address Issuer, ulong Number) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Claim(Sender, Issuer, Number);
}

/// <summary>Pays the sender what its epochs brought.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Recipient">Who is paid.</param>
/// <param name="Maximum">At most this.</param>
public sealed record ClaimIssuerEpochs(
    Address Sender, Address Issuer, Address Recipient, UInt256 Maximum)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.ClaimEpochs(Sender, Issuer, Recipient, Maximum);
}

/// <summary>Brings back what a batch did not pay.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Batch">Its number.</param>
public sealed record ReturnIssuerExcess(Address Sender, Address Issuer, ulong Batch) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.ReturnExcess(Sender, Issuer, Batch);
}

/// <summary>Leaves with an amount of assets: at once, or through a vault's epoch.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Assets">What is paid.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record WithdrawFromIssuer(
    Address Sender, Address Issuer, UInt256 Assets, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Withdraw(Sender, Issuer, Assets, Receiver);
}

/// <summary>Leaves with a number of tokens: at once, or through a vault's epoch.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Which.</param>
/// <param name="Shares">What is burned.</param>
/// <param name="Receiver">Who is paid.</param>
public sealed record RedeemFromIssuer(
    Address Sender, Address Issuer, UInt256 Shares, Address Receiver)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Redeem(Sender, Issuer, Shares, Receiver);
}

/// <summary>Pushes a rate by saying what it is made of.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Snapshot">What was read.</param>
public sealed record SubmitIssuerSnapshot(
    Address Sender, Address Issuer, ReserveSnapshot Snapshot)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.Submit(Sender, Issuer, Snapshot);
}

/// <summary>Pays in rewards that join the rate over time.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Amount">How much, fees included.</param>
public sealed record DepositIssuerRevenue(Address Sender, Address Issuer, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.DepositRevenue(Sender, Issuer, Amount);
}

/// <summary>Creates tokens for rewards that validators have.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Amount">How much, in the asset.</param>
public sealed record MintIssuerRewards(Address Sender, Address Issuer, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.MintRewards(Sender, Issuer, Amount);
}

/// <summary>Pays in rewards that tokens were created for.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Amount">How much.</param>
public sealed record DepositIssuerRewards(Address Sender, Address Issuer, UInt256 Amount) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.DepositRewards(Sender, Issuer, Amount);
}

/// <summary>Passes rewards of the sender on to curator and farm.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Token">In which token.</param>
/// <param name="Amount">How much.</param>
public sealed record PushIssuerRewards(
    Address Sender, Address Issuer, Address Token, UInt256 Amount)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.PushRewards(Sender, Issuer, Token, Amount);
}

/// <summary>Puts up the bond of a validator.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">For whom.</param>
public sealed record RegisterIssuerValidator(Address Sender, Address Issuer) : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.RegisterValidator(Sender, Issuer);
}

/// <summary>Sends a validator its stake.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Number">Which validator.</param>
public sealed record ProvisionIssuerValidator(
    Address Sender, Address Issuer, ulong Number)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.ProvisionValidator(Sender, Issuer, Number);
}

/// <summary>Books a validator that has left.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Issuer">Whose.</param>
/// <param name="Number">Which validator.</param>
/// <param name="Withdrawn">What came back to the staker.</param>
/// <param name="WasSlashed">Whether it was slashed.</param>
public sealed record SettleIssuerValidator(
    Address Sender, Address Issuer, ulong Number, UInt256 Withdrawn, bool WasSlashed)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.Issuers.SettleExit(Sender, Issuer, Number, Withdrawn, WasSlashed);
}
