using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

using Garrison.Primitives;

namespace Garrison.Bench.Anvil;

/// <summary>A running anvil, by JSON-RPC: blocks are mined when asked for, and anyone may send.</summary>
internal sealed class AnvilNode : IDisposable
{
    // No transaction of a recording needs more: the recordings were made with this much.
    private const string Gas = "0x1c9c380";
    private const string AllGas = "0xe8d4a51000";
    private const string GasPrice = "0x3b9aca00";
    private const string Wealth = "0xffffffffffffffffffffffff";
    private const ulong FirstSecond = 1_690_000_000;

    private readonly Process _process;
    private readonly HttpClient _client;
    private readonly Dictionary<Address, ulong> _nonce = [];
    private ulong _second = FirstSecond;
    private string _start = "";

    public AnvilNode(string program)
    {
        int port = FreePort();
        ProcessStartInfo start = new(program, [
            "--host", "127.0.0.1", "--port", $"{port}", "--silent", "--no-mining", "--accounts", "1",
            "--timestamp", $"{FirstSecond}", "--hardfork", "cancun", "--auto-impersonate", "--order", "fifo",
            "--prune-history", "--gas-limit", "1000000000000", "--base-fee", "0",
            "--disable-min-priority-fee", "--no-request-size-limit",
        ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start");
        _client = new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
            Timeout = TimeSpan.FromMinutes(5),
        };
        WaitUntilReady();
        _start = Call("evm_snapshot").GetValue<string>();
    }

    /// <summary>The CPU time that the node has used.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Forgets all but the genesis.</summary>
    public void Reset()
    {
        _ = Call("evm_revert", _start);
        _start = Call("evm_snapshot").GetValue<string>();
        _nonce.Clear();
        _second = FirstSecond;
    }

    /// <summary>Deploys a contract.</summary>
    /// <param name="from">Who deploys it.</param>
    /// <param name="code">Its code and what its constructor takes, in hexadecimal digits.</param>
    public Address Deploy(Address from, string code) => Address.Parse(
        Do(new Transaction(from, null, "0x" + code))["contractAddress"]!.GetValue<string>());

    /// <summary>Has a transaction in a block of its own, and its receipt.</summary>
    /// <param name="transaction">Which.</param>
    /// <param name="second">The time of the block; without it the next second.</param>
    /// <exception cref="InvalidOperationException">It is reverted.</exception>
    public JsonNode Do(Transaction transaction, ulong? second = null)
    {
        string hash = Post(ToRequest(transaction)).GetValue<string>();
        _second = second ?? (_second + 1);
        _ = Post(ToMine(_second));
        JsonNode receipt = Call("eth_getTransactionReceipt", hash);
        return receipt["status"]!.GetValue<string>() == "0x1"
            ? receipt
            : throw new InvalidOperationException($"the node refuses {transaction}");
    }

    /// <summary>What a view answers.</summary>
    public string View(Address to, string data) => Call(
        "eth_call", new JsonObject { ["to"] = to.ToString(), ["input"] = data }, "latest").GetValue<string>();

    /// <summary>What became of transactions.</summary>
    public IEnumerable<JsonNode> Receipts(IEnumerable<string> hashes)
    {
        byte[] request = Together(hashes.Select(static hash => Request("eth_getTransactionReceipt", hash)));
        return JsonNode.Parse(Send(request))!.AsArray().Select(static answer => Result(answer!));
    }

    /// <summary>A request to send a transaction, with the sender's next nonce.</summary>
    public byte[] ToRequest(Transaction transaction)
    {
        if (!_nonce.TryGetValue(transaction.From, out ulong nonce))
        {
            _ = Call("anvil_setBalance", transaction.From.ToString(), Wealth);
        }

        _nonce[transaction.From] = nonce + 1;
        JsonObject body = transaction.ToJson();
        body["gas"] = Gas;
        body["gasPrice"] = GasPrice;
        body["nonce"] = Hex(nonce);
        return Request("eth_sendTransaction", body);
    }

    /// <summary>A request to mine what was sent.</summary>
    public static byte[] ToMine(ulong second) =>
        Request("evm_mine", new JsonObject { ["timestamp"] = second });

    /// <summary>A request for what a transaction would answer, whatever gas it takes.</summary>
    public static byte[] ToCall(Transaction transaction)
    {
        JsonObject body = transaction.ToJson();
        body["gas"] = AllGas;
        return Request("eth_call", body, "latest");
    }

    /// <summary>A request to execute blocks on the state as it is, which stays.</summary>
    public static byte[] ToSimulate(IEnumerable<Block> blocks)
    {
        JsonArray calls = [.. blocks.Select(static JsonNode (block) => new JsonObject
        {
            ["blockOverrides"] = new JsonObject { ["time"] = Hex(block.Second) },
            ["calls"] = new JsonArray([.. block.Transactions.Select(static JsonNode (one) =>
            {
                JsonObject call = one.ToJson();
                call["gas"] = Gas;
                return call;
            })]),
        })];
        JsonObject body = new() { ["blockStateCalls"] = calls, ["validation"] = false };
        return Request("eth_simulateV1", body, "latest");
    }

    /// <summary>Several requests as one, which the node may answer in any order.</summary>
    public static byte[] Together(IEnumerable<byte[]> requests) =>
        [(byte)'[', .. requests.Aggregate(static (all, one) => [.. all, (byte)',', .. one]), (byte)']'];

    /// <summary>The result of a method.</summary>
    public JsonNode Call(string method, params JsonNode[] parameters) => Post(Request(method, parameters));

    /// <summary>The result of a request.</summary>
    public JsonNode Post(byte[] request) => Result(JsonNode.Parse(Send(request))!);

    /// <summary>The bytes of an answer, unread.</summary>
    public byte[] Send(byte[] request)
    {
        using HttpRequestMessage message = new(HttpMethod.Post, "")
        {
            Content = new ByteArrayContent(request),
        };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = _client.Send(message);
        using Stream stream = response.EnsureSuccessStatusCode().Content.ReadAsStream();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }

    /// <summary>The result in an answer.</summary>
    public static JsonNode Result(JsonNode answer) => answer["error"] is { } error
        ? throw new InvalidOperationException($"the node says {error.ToJsonString()}")
        : answer["result"] ?? JsonValue.Create(false);

    private static string Hex(ulong value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    private static byte[] Request(string method, params JsonNode[] parameters) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = new JsonArray(parameters),
        });

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitUntilReady()
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                _ = Call("eth_chainId");
                return;
            }
            catch (HttpRequestException) when (tries < 300 && !_process.HasExited)
            {
                Thread.Sleep(100);
            }
        }
    }
}

/// <summary>A call of a contract, or the making of one.</summary>
internal sealed record Transaction(Address From, Address? To, string Data)
{
    public JsonObject ToJson()
    {
        JsonObject body = new() { ["from"] = From.ToString(), ["input"] = Data };
        if (To is { } to) body["to"] = to.ToString();

        return body;
    }
}

/// <summary>What happens in one second.</summary>
internal sealed record Block(ulong Second, IReadOnlyList<Transaction> Transactions);
