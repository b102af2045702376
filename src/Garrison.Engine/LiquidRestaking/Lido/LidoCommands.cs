using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <summary>Stakes ether for stETH.</summary>
/// <param name="Sender">Who stakes.</param>
/// <param name="Value">How much, in wei.</param>
public sealed record SubmitToLido(Address Sender, UInt256 Value) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Pool.Submit(Sender, Value);
}

/// <summary>Moves shares of stETH; an amount of stETH moves as any token does.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="To">To whom.</param>
/// <param name="Shares">How many.</param>
public sealed record TransferLidoShares(Address Sender, Address To, UInt256 Shares) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) =>
        lido.Ledger.TransferShares(lido.Deployment.Token, Sender, To, Shares);
}

/// <summary>Turns stETH into wstETH.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Amount">How much stETH, in wei.</param>
public sealed record WrapStakedEther(Address Sender, UInt256 Amount) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Wrapper.Wrap(Sender, Amount);
}

/// <summary>Turns wstETH into stETH.</summary>
/// <param name="Sender">Whose.</param>
/// <param name="Amount">How much wstETH, in its smallest unit.</param>
public sealed record UnwrapStakedEther(Address Sender, UInt256 Amount) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Wrapper.Unwrap(Sender, Amount);
}

/// <summary>Asks to withdraw stETH, one request for each amount.</summary>
/// <param name="Sender">Whose stETH.</param>
/// <param name="Amounts">How much each, in wei: from 100 wei to 1,000 ether.</param>
/// <param name="Owner">Whose the requests are; zero for the sender.</param>
public sealed record RequestLidoWithdrawals(Address Sender, IReadOnlyList<UInt256> Amounts, Address Owner)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.Request(Sender, Amounts, Owner);
}

/// <summary>Asks to withdraw wstETH, which the queue must be allowed to take.</summary>
/// <param name="Sender">Whose wstETH.</param>
/// <param name="Amounts">How much each, in its smallest unit.</param>
/// <param name="Owner">Whose the requests are; zero for the sender.</param>
public sealed record RequestLidoWrappedWithdrawals(
    Address Sender, IReadOnlyList<UInt256> Amounts, Address Owner) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.RequestWrapped(Sender, Amounts, Owner);
}

/// <summary>Claims a finalised request.</summary>
/// <param name="Sender">Its owner.</param>
/// <param name="RequestId">Which.</param>
public sealed record ClaimLidoWithdrawal(Address Sender, UInt256 RequestId) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.Claim(Sender, RequestId);
}

/// <summary>Claims finalised requests.</summary>
/// <param name="Sender">Their owner.</param>
/// <param name="RequestIds">Which.</param>
/// <param name="Hints">The checkpoint of each.</param>
public sealed record ClaimLidoWithdrawals(
    Address Sender, IReadOnlyList<UInt256> RequestIds, IReadOnlyList<UInt256> Hints) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.Claim(Sender, RequestIds, Hints, Sender);
}

/// <summary>Claims finalised requests for somebody.</summary>
/// <param name="Sender">Their owner.</param>
/// <param name="RequestIds">Which.</param>
/// <param name="Hints">The checkpoint of each.</param>
/// <param name="Recipient">Who gets the ether.</param>
public sealed record ClaimLidoWithdrawalsTo(
    Address Sender, IReadOnlyList<UInt256> RequestIds, IReadOnlyList<UInt256> Hints, Address Recipient)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) =>
        lido.Queue.Claim(Sender, RequestIds, Hints, Recipient);
}

/// <summary>Moves a request to another owner.</summary>
/// <param name="Sender">The owner, or whom the owner lets do it.</param>
/// <param name="From">The owner.</param>
/// <param name="To">The next owner.</param>
/// <param name="RequestId">Which.</param>
public sealed record TransferLidoRequest(Address Sender, Address From, Address To, UInt256 RequestId)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) =>
        lido.Queue.TransferRequest(Sender, From, To, RequestId);
}

/// <summary>Lets an account move a request.</summary>
/// <param name="Sender">The owner, or an operator of the owner.</param>
/// <param name="To">Who may.</param>
/// <param name="RequestId">Which.</param>
public sealed record ApproveLidoRequest(Address Sender, Address To, UInt256 RequestId) : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.ApproveRequest(Sender, To, RequestId);
}

/// <summary>Lets an account move all requests of the sender, or no longer.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Operator">Who may.</param>
/// <param name="Approved">Whether.</param>
public sealed record SetLidoRequestOperator(Address Sender, Address Operator, bool Approved)
    : LidoCommand(Sender)
{
    internal override Refusal? Apply(LidoCore lido) => lido.Queue.ApproveAll(Sender, Operator, Approved);
}
