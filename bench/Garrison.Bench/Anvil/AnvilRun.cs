using System.Text.Json.Nodes;

using Garrison.Engine;

namespace Garrison.Bench.Anvil;

/// <summary>A recording on the real contracts, in several ways.</summary>
internal sealed class AnvilRun
{
    private const int TransactionsPerBlock = 200;
    private const int ReceiptsPerRequest = 500;

    private readonly AnvilNode _node;
    private readonly RecordedBench.Sequence _sequence;
    private readonly RealProtocol _real;
    private readonly bool[] _isAccepted;
    private readonly World _end;

    public AnvilRun(AnvilNode node, RecordedBench.Sequence sequence, RealProtocol real)
    {
        _node = node;
        _sequence = sequence;
        _real = real;
        _end = sequence.Start.Fork();
        List<bool> isAccepted = [];
        foreach (Command command in sequence.Commands)
        {
            bool accepted = _end.Execute(command) is Accepted;
            if (command is not AdvanceClock) isAccepted.Add(accepted);
        }

        _isAccepted = [.. isAccepted];
    }

    public int Operations => _isAccepted.Length;

    /// <summary>How many operations of the last play came out as recorded.</summary>
    public int Agreed { get; private set; }

    /// <summary>Sends transactions, and mines the blocks that were recorded.</summary>
    /// <returns>The CPU time of the node.</returns>
    public TimeSpan InTheirBlocks()
    {
        List<byte[]> requests = [];
        foreach (Block block in Deployed())
        {
            requests.AddRange(block.Transactions.Select(_node.ToRequest));
            requests.Add(AnvilNode.ToMine(block.Second));
        }

        TimeSpan spent = Mined(requests);
        Check[] checks = [.. _real.Checks(_end)];
        Confirm(checks, checks.Select(one => _node.View(one.Contract, one.Data)));
        return spent;
    }

    /// <summary>Sends 200 transactions at a time, and mines them as one block. No time passes within it, so
    /// there is less to do than was recorded, and the node does not keep the order of a batch: not all of it
    /// comes out the same.</summary>
    /// <returns>The CPU time of the node.</returns>
    public TimeSpan InFullBlocks()
    {
        List<byte[]> requests = [];
        IEnumerable<(ulong Second, Transaction Transaction)> all = Deployed().SelectMany(
            static block => block.Transactions.Select(one => (block.Second, one)));
        foreach ((ulong Second, Transaction Transaction)[] some in all.Chunk(TransactionsPerBlock))
        {
            requests.Add(AnvilNode.Together(some.Select(one => _node.ToRequest(one.Transaction))));
            requests.Add(AnvilNode.ToMine(some[^1].Second));
        }

        return Mined(requests);
    }

    /// <summary>Has the blocks that were recorded executed by one request: no pool of transactions, no chain,
    /// no trie; nothing but the virtual machine, and its answer.</summary>
    /// <returns>The CPU time of the node.</returns>
    public TimeSpan Simulated()
    {
        Block[] blocks = [.. Deployed()];
        Check[] checks = [.. _real.Checks(_end)];
        Block last = new(
            blocks[^1].Second + 1,
            [.. checks.Select(static one => new Transaction(default, one.Contract, one.Data))]);
        byte[] request = AnvilNode.ToSimulate([.. blocks, last]);
        TimeSpan before = _node.Cpu;
        byte[] answer = _node.Send(request);
        TimeSpan spent = _node.Cpu - before;
        JsonNode[] calls = [.. AnvilNode.Result(JsonNode.Parse(answer)!).AsArray().SelectMany(
            static block => block!["calls"]!.AsArray().Select(static call => call!))];
        Count(calls.Take(Operations));
        Confirm(checks, calls.Skip(Operations).Select(static call => call["returnData"]!.GetValue<string>()));
        return spent;
    }

    /// <summary>Has one contract do all operations in one call: no transactions at all. Only for a recording
    /// of one block, whose every operation is accepted and is a call of the payer.</summary>
    /// <returns>The CPU time of the node.</returns>
    public TimeSpan InOneCall()
    {
        IReadOnlyList<Transaction> all = Deployed().Single().Transactions;
        Transaction together = all[0] with
        {
            Data = Calldata.OfList("each(bytes[])", [.. all.Select(static one => one.Data)]),
        };
        byte[] request = AnvilNode.ToCall(together);
        TimeSpan before = _node.Cpu;
        byte[] answer = _node.Send(request);
        TimeSpan spent = _node.Cpu - before;
        _ = AnvilNode.Result(JsonNode.Parse(answer)!);
        Agreed = _isAccepted.Count(static accepted => accepted);
        return spent;
    }

    private TimeSpan Mined(List<byte[]> requests)
    {
        TimeSpan before = _node.Cpu;
        List<byte[]> answers = [.. requests.Select(_node.Send)];
        TimeSpan spent = _node.Cpu - before;
        CountReceipts(answers);
        return spent;
    }

    // Outside of what is timed.
    private void CountReceipts(List<byte[]> answers)
    {
        IEnumerable<string> hashes = answers
            .SelectMany(static answer => JsonNode.Parse(answer) is JsonArray several
                ? several.Select(static one => one!)
                : [JsonNode.Parse(answer)!])
            .Select(static answer => AnvilNode.Result(answer).GetValue<string>())
            .Where(static result => result.Length == 2 + (2 * Word.Size));
        Count(hashes.Chunk(ReceiptsPerRequest).SelectMany(_node.Receipts));
    }

    private void Count(IEnumerable<JsonNode> outcomes)
    {
        bool[] isAccepted = [.. outcomes.Select(static one => one["status"]!.GetValue<string>() == "0x1")];
        Agreed = isAccepted.Zip(_isAccepted).Count(static pair => pair.First == pair.Second);
    }

    // The contracts must end where the engine does, which ends where the recording did.
    private static void Confirm(IEnumerable<Check> checks, IEnumerable<string> answers)
    {
        foreach ((Check check, string answer) in checks.Zip(answers))
        {
            if (!check.Holds(answer))
            {
                throw new InvalidOperationException(
                    $"the contract ends at {answer}, the engine at {string.Join(", ", check.Words)}");
            }
        }
    }

    private IEnumerable<Block> Deployed()
    {
        _node.Reset();
        _real.Deploy(_node);
        ulong second = _sequence.Start.Clock.Seconds;
        List<Transaction> transactions = [];
        foreach (Command command in _sequence.Commands)
        {
            if (command is not AdvanceClock advance)
            {
                transactions.Add(_real.ToTransaction(command));
                continue;
            }

            if (transactions.Count > 0) yield return new Block(second, transactions);

            transactions = [];
            second += advance.Seconds;
        }

        yield return new Block(second, transactions);
    }
}
