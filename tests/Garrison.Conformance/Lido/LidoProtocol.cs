using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;

namespace Garrison.Conformance.Lido;

/// <summary>Plays recordings of Lido's queue, stETH and wstETH.</summary>
internal sealed partial class LidoProtocol : Protocol
{
    private readonly LidoSetting _setting;

    public LidoProtocol(JsonElement header)
    {
        _setting = new LidoSetting(header, Labels);
        foreach (Command command in _setting.Begin(World.Clock))
        {
            Build(command);
        }
    }

    private LidoQueue Queue => World.Lido.Queue;

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        Address from = Labels[operation.GetProperty("from").GetString()!];
        JsonElement args = operation.GetProperty("args");
        return OfTokens(name, from, args)
            ?? OfQueue(name, from, args)
            ?? OfReport(name, from, args)
            ?? throw new RecordingException($"the operation {name} is not known");
    }

    private Command? OfTokens(string name, Address from, JsonElement args) => name switch
    {
        "submit" => new SubmitToLido(from, Wei(args, "value")),
        "wrap" => new WrapStakedEther(from, Wei(args, "amount")),
        "unwrap" => new UnwrapStakedEther(from, Wei(args, "amount")),
        "stethTransfer" => new Transfer(
            from, World.Lido.Deployment.Token, Account(args, "to"), Wei(args, "amount")),
        "stethTransferShares" => new TransferLidoShares(from, Account(args, "to"), Wei(args, "shares")),
        "sendEthToQueue" => new Transfer(
            from, Ledger.Ether, World.Lido.Deployment.Queue, Wei(args, "value")),
        _ => null,
    };

    private Command? OfQueue(string name, Address from, JsonElement args) => name switch
    {
        "requestWithdrawals" => new RequestLidoWithdrawals(
            from, All(args, "amounts"), Account(args, "owner")),
        "requestWithdrawalsWstETH" => new RequestLidoWrappedWithdrawals(
            from, All(args, "amounts"), Account(args, "owner")),
        "claimWithdrawal" => new ClaimLidoWithdrawal(from, Wei(args, "id")),
        "claimWithdrawals" => new ClaimLidoWithdrawals(from, All(args, "ids"), All(args, "hints")),
        "claimWithdrawalsTo" => new ClaimLidoWithdrawalsTo(
            from, All(args, "ids"), All(args, "hints"), Account(args, "recipient")),
        "transferFrom" => new TransferLidoRequest(
            from, Account(args, "owner"), Account(args, "to"), Wei(args, "id")),
        "approve" => new ApproveLidoRequest(from, Account(args, "to"), Wei(args, "id")),
        "setApprovalForAll" => new SetLidoRequestOperator(
            from, Account(args, "operator"), args.GetProperty("approved").GetBoolean()),
        _ => null,
    };

    private Command? OfReport(string name, Address from, JsonElement args) => name switch
    {
        "setPooled" => new RebaseLido(from, Wei(args, "pooled")),
        "mintFee" => new MintLidoShares(from, Account(args, "to"), Wei(args, "shares")),
        "burnFromQueue" => new BurnLidoShares(
            from, Account(args, "from"), Wei(args, "shares"), Wei(args, "etherAmount")),
        "finalize" => new FinalizeLidoWithdrawals(
            from, Wei(args, "lastRequestId"), Wei(args, "maxShareRate"), Wei(args, "value")),
        "onOracleReport" => new ReportToLidoQueue(
            from,
            args.GetProperty("isBunker").GetBoolean(),
            Wei(args, "bunkerStart"),
            Wei(args, "reportTimestamp")),
        "pauseFor" => new PauseLidoQueueFor(from, Wei(args, "duration")),
        "pauseUntil" => new PauseLidoQueueUntil(from, Wei(args, "until")),
        "resume" => new ResumeLidoQueue(from),
        _ => null,
    };

    private Address Account(JsonElement args, string name) => Labels[args.GetProperty(name).GetString()!];

    private static UInt256 Wei(JsonElement args, string name) => LidoNumbers.Read(args, name);

    private static UInt256[] All(JsonElement args, string name) =>
        LidoNumbers.ReadAll(args.GetProperty(name));
}
