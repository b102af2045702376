using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;

namespace Garrison.Conformance.Lido;

/// <content>What a recording says of the state, and what it asks of the queue.</content>
internal sealed partial class LidoProtocol
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState()
    {
        LidoDeployment lido = World.Lido.Deployment;
        SortedDictionary<string, string> state = new(StringComparer.Ordinal)
        {
            ["block"] = World.Clock.Block.ToString(),
            ["ts"] = World.Clock.Seconds.ToString(),
            ["steth.pooled"] = World.Lido.Pool.TotalEther.ToString(),
            ["steth.totalShares"] = World.Lido.Pool.TotalShares.ToString(),
            ["wsteth.supply"] = World.Ledger.Supply(lido.Wrapper).ToString(),
            ["wsteth.shares"] = World.Ledger.SharesOf(lido.Token, lido.Wrapper).ToString(),
            ["wq.stethShares"] = World.Ledger.SharesOf(lido.Token, lido.Queue).ToString(),
            ["wq.balance"] = World.Ledger.Balance(Ledger.Ether, lido.Queue).ToString(),
            ["wq.last"] = Queue.Last.ToString(),
            ["wq.lastFinalized"] = Queue.LastFinalized.ToString(),
            ["wq.locked"] = Queue.LockedEther.ToString(),
            ["wq.lastCheckpoint"] = Queue.LastCheckpoint.ToString(),
            ["wq.unfinalizedStETH"] = Queue.UnfinalizedEther.ToString(),
            ["wq.bunkerSince"] = Queue.BunkerSince.ToString(),
            ["wq.paused"] = Queue.IsPaused ? "1" : "0",
        };
        foreach (string user in _setting.Users)
        {
            ReadUser(state, user, lido);
        }

        for (UInt256 id = UInt256.One; id <= Queue.Last; id += UInt256.One)
        {
            ReadRequest(state, id);
        }

        return state;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Call(JsonElement call)
    {
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        string function = call.GetProperty("fn").GetString()!;
        JsonElement args = call.GetProperty("args");
        string? error = LidoNumbers.Attempt(() => function switch
        {
            "calculateFinalizationBatches" => CalculateBatches(args, answers),
            "prefinalize" => Prefinalize(args, answers),
            "findCheckpointHints" => FindHints(args, answers),
            "getClaimableEther" => Claimable(args, answers),
            _ => throw new RecordingException($"the function {function} is not known"),
        });
        return error is null ? answers : new Dictionary<string, string> { ["err"] = error };
    }

    private void ReadUser(SortedDictionary<string, string> state, string user, in LidoDeployment lido)
    {
        Address account = Labels[user];
        state[$"user.{user}.eth"] = World.Ledger.Balance(Ledger.Ether, account).ToString();
        state[$"user.{user}.shares"] = World.Ledger.SharesOf(lido.Token, account).ToString();
        state[$"user.{user}.steth"] = World.Ledger.Balance(lido.Token, account).ToString();
        state[$"user.{user}.wsteth"] = World.Ledger.Balance(lido.Wrapper, account).ToString();
        state[$"user.{user}.requests"] = string.Join(',', Queue.RequestsOf(account));
    }

    private void ReadRequest(SortedDictionary<string, string> state, UInt256 id)
    {
        LidoRequestStatus request = Queue.Status(id)!.Value;
        string finalized = request.IsFinalized ? "1" : "0";
        string claimed = request.IsClaimed ? "1" : "0";
        state[$"req.{id}"] = $"{request.Ether},{request.Shares},{Labels[request.Owner]},"
            + $"{request.Timestamp},{finalized},{claimed}";
        if (!Queue.ApprovedFor(id).IsZero) state[$"req.{id}.approved"] = Labels[Queue.ApprovedFor(id)];
        if (!request.IsFinalized) return;

        _ = Queue.FindHint(id, UInt256.One, Queue.LastCheckpoint, out UInt256 hint);
        state[$"req.{id}.hint"] = hint.ToString();
        if (request.IsClaimed) return;

        _ = Queue.Claimable(id, hint, out UInt256 amount);
        state[$"req.{id}.claimable"] = amount.ToString();
    }

    private Refusal? CalculateBatches(JsonElement args, Dictionary<string, string> answers)
    {
        JsonElement state = args[3];
        LidoBatches begin = new(
            UInt256.Parse(state[0].GetString()!),
            state[1].GetBoolean(),
            LidoNumbers.ReadAll(state[2]),
            int.Parse(state[3].GetString()!));
        if (Queue.CalculateBatches(
            Number(args, 0), Number(args, 1), Number(args, 2), begin, out LidoBatches next) is { } refusal)
        {
            return refusal;
        }

        answers["result.0"] = next.RemainingEther.ToString();
        answers["result.1"] = next.IsFinished.ToString();
        foreach ((int index, UInt256 end) in next.Ends.Index())
        {
            answers[$"result.2.{index}"] = end.ToString();
        }

        answers["result.3"] = next.Count.ToString();
        return null;
    }

    private Refusal? Prefinalize(JsonElement args, Dictionary<string, string> answers)
    {
        if (Queue.Prefinalize(
            LidoNumbers.ReadAll(args[0]),
            Number(args, 1),
            out UInt256 etherToLock,
            out UInt256 sharesToBurn) is { } refusal)
        {
            return refusal;
        }

        answers["result.0"] = etherToLock.ToString();
        answers["result.1"] = sharesToBurn.ToString();
        return null;
    }

    private Refusal? FindHints(JsonElement args, Dictionary<string, string> answers)
    {
        if (Queue.FindHints(
            LidoNumbers.ReadAll(args[0]),
            Number(args, 1),
            Number(args, 2),
            out IReadOnlyList<UInt256> hints) is { } refusal)
        {
            return refusal;
        }

        foreach ((int index, UInt256 hint) in hints.Index())
        {
            answers[$"result.{index}"] = hint.ToString();
        }

        return null;
    }

    private Refusal? Claimable(JsonElement args, Dictionary<string, string> answers)
    {
        UInt256[] ids = LidoNumbers.ReadAll(args[0]);
        UInt256[] hints = LidoNumbers.ReadAll(args[1]);
        for (int i = 0; i < ids.Length; i++)
        {
            if (Queue.Claimable(ids[i], hints[i], out UInt256 amount) is { } refusal) return refusal;

            answers[$"result.{i}"] = amount.ToString();
        }

        return null;
    }

    private static UInt256 Number(JsonElement args, int index) => UInt256.Parse(args[index].GetString()!);
}
