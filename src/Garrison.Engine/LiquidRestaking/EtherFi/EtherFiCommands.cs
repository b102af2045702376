using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

/// <summary>A command of ether.fi, which says nothing where there is none.</summary>
/// <param name="Sender">Who asks.</param>
public abstract record EtherFiCommand(Address Sender) : Command(Sender)
{
    internal sealed override Refusal? Apply(World world) =>
        world.EtherFi.IsDeployed ? Apply(world.EtherFi) : Refusal.EmptyRevert;

    internal abstract Refusal? Apply(EtherFiCore etherFi);
}

/// <summary>Deposits ether for eETH.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Value">How much, in wei.</param>
public sealed record DepositToEtherFi(Address Sender, UInt256 Value) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.Deposit(Sender, Value);
}

/// <summary>Credits value that lies outside the pool.</summary>
/// <param name="Sender">The liquifier, which took the tokens.</param>
/// <param name="Recipient">Who gets the shares.</param>
/// <param name="Amount">What they are worth, in wei.</param>
public sealed record DepositToEtherFiRecipient(
    Address Sender, Address Recipient, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Pool.DepositToRecipient(Sender, Recipient, Amount);
}

/// <summary>Lets a contract take eETH of the sender.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Spender">Who may take.</param>
/// <param name="Amount">At most this, in wei.</param>
public sealed record ApproveEEth(Address Sender, Address Spender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.EEth.Approve(Sender, Spender, Amount);
}

/// <summary>Moves eETH of the sender.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="To">Who receives.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record TransferEEth(Address Sender, Address To, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.EEth.Transfer(Sender, Sender, To, Amount);
}

/// <summary>Moves eETH of an owner that let the sender take it.</summary>
/// <param name="Sender">Who takes.</param>
/// <param name="From">Who pays.</param>
/// <param name="To">Who receives.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record TransferEEthFrom(
    Address Sender, Address From, Address To, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.EEth.TransferFrom(Sender, From, To, Amount);
}

/// <summary>Moves weETH of the sender as its contract does, which heeds pauses and the blacklist.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="To">Who receives.</param>
/// <param name="Amount">How many, in 10⁻¹⁸.</param>
public sealed record TransferWeEth(Address Sender, Address To, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.WeEth.Transfer(Sender, To, Amount);
}

/// <summary>Turns eETH into weETH.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Amount">How much eETH, in wei.</param>
public sealed record WrapEEth(Address Sender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.WeEth.Wrap(Sender, Amount);
}

/// <summary>Turns weETH into eETH.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Amount">How many weETH, in 10⁻¹⁸.</param>
public sealed record UnwrapWeEth(Address Sender, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.WeEth.Unwrap(Sender, Amount);
}

/// <summary>Asks for ether, and moves eETH to the queue.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Recipient">Who owns the request.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record RequestEtherFiWithdrawal(
    Address Sender, Address Recipient, UInt256 Amount) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Pool.RequestWithdraw(Sender, Recipient, Amount);
}

/// <summary>Pays finalized requests to their owners.</summary>
/// <param name="Sender">Anybody who is not barred.</param>
/// <param name="Ids">Which.</param>
public sealed record ClaimEtherFiWithdrawals(Address Sender, IReadOnlyList<uint> Ids) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Withdrawals.Claim(Sender, Ids);
}

/// <summary>Gives a request to another.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="From">Its owner.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Id">Which.</param>
public sealed record TransferEtherFiRequest(
    Address Sender, Address From, Address To, uint Id) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Withdrawals.Transfer(Sender, From, To, Id);
}

/// <summary>Redeems eETH at once.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Amount">How much, in wei.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="Token">What is paid: ether or stETH.</param>
public sealed record RedeemEEth(
    Address Sender, UInt256 Amount, Address Receiver, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.RedeemEEth(Sender, Amount, Receiver, Token);
}

/// <summary>Redeems weETH at once.</summary>
/// <param name="Sender">Who pays.</param>
/// <param name="Amount">How many, in 10⁻¹⁸.</param>
/// <param name="Receiver">Who is paid.</param>
/// <param name="Token">What is paid: ether or stETH.</param>
public sealed record RedeemWeEth(
    Address Sender, UInt256 Amount, Address Receiver, Address Token) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Redemptions.RedeemWeEth(Sender, Amount, Receiver, Token);
}

/// <summary>Sends ether back that was counted as outside the pool.</summary>
/// <param name="Sender">Who pays: the staking manager.</param>
/// <param name="Value">How much, in wei.</param>
public sealed record SendToEtherFiPool(Address Sender, UInt256 Value) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.Receive(Sender, Value);
}

/// <summary>Sends the first ether of new validators.</summary>
/// <param name="Sender">Oracle operations.</param>
/// <param name="Count">How many validators.</param>
public sealed record CreateEtherFiValidators(Address Sender, uint Count) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) => etherFi.Pool.CreateValidators(Sender, Count);
}

/// <summary>Sends the rest of what validators are to have.</summary>
/// <param name="Sender">Oracle operations.</param>
/// <param name="Count">How many validators.</param>
/// <param name="Size">What each is to have, in wei.</param>
public sealed record ConfirmEtherFiValidators(
    Address Sender, uint Count, UInt256 Size) : EtherFiCommand(Sender)
{
    internal override Refusal? Apply(EtherFiCore etherFi) =>
        etherFi.Pool.ConfirmValidators(Sender, Count, Size);
}
