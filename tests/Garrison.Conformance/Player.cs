using System.Text.Json;

using Garrison.Engine;

namespace Garrison.Conformance;

/// <summary>Plays a recording on the engine, and compares all that it says.</summary>
public sealed class Player
{
    private readonly string _path;
    private readonly Findings _findings;
    private readonly SortedDictionary<string, string> _expected = new(StringComparer.Ordinal);
    private Protocol? _protocol;

    private Player(string path, TextWriter output)
    {
        _path = path;
        _findings = new Findings(path, output);
    }

    /// <summary>Plays a recording, and prints the first differences.</summary>
    /// <exception cref="RecordingException">The recording cannot be played; the message says
    /// where.</exception>
    public static Totals Play(string path, TextWriter output)
    {
        if (Documents.IsDocument(path)) return Documents.Play(path, output);

        Player player = new(path, output);
        foreach ((int number, JsonElement line) in Recordings.Read(path))
        {
            player.PlayLine(number, line);
        }

        return player._protocol is null
            ? throw new RecordingException($"{path}: it has no header")
            : player._findings.Totals;
    }

    private void PlayLine(int number, JsonElement line)
    {
        try
        {
            switch (line.GetProperty("type").GetString())
            {
                case "header":
                    _protocol = Protocol.Open(line);
                    if (line.TryGetProperty("state", out JsonElement start))
                    {
                        Expect(start);
                        CompareState("header");
                    }

                    break;
                case "op":
                    PlayOperation(line);
                    break;
                case "case":
                    PlayCase(number, line);
                    break;
                case "query":
                    CompareQuery(number, line);
                    break;
                case "vector":
                    _findings.CountOperation();
                    CompareCall($"vector of line {number}", line);
                    break;
                case "checkpoint" or "final":
                    _expected.Clear();
                    Expect(line.GetProperty("state"));
                    CompareState($"{line.GetProperty("type")} of line {number}");
                    break;
                case string other:
                    throw new RecordingException($"a line of type {other} is not known");
                default:
                    throw new RecordingException("a line has no type");
            }
        }
        catch (Exception exception) when (exception is RecordingException or KeyNotFoundException
            or InvalidOperationException or FormatException or IndexOutOfRangeException
            or ArgumentException or ArithmeticException or NullReferenceException)
        {
            throw new RecordingException($"{_path}:{number}: {exception.Message}");
        }
    }

    private void PlayOperation(JsonElement operation)
    {
        Protocol protocol = _protocol ?? throw new RecordingException("an operation comes before the header");
        string place = $"operation {operation.GetProperty("i")} {operation.GetProperty("op")}";
        if (operation.TryGetProperty("quoteBefore", out JsonElement quotes))
        {
            CompareQuotes(place, quotes, protocol.ReadQuotes(operation));
        }

        Advance(protocol, operation);
        _findings.CountOperation();
        if (!protocol.RanOutOfGas(operation)) Execute(protocol, operation, place);

        if (operation.TryGetProperty("diff", out JsonElement difference))
        {
            Expect(difference);
            CompareState(place);
        }

        if (operation.TryGetProperty("observe", out JsonElement observed))
        {
            CompareAnswers(place, observed);
        }
    }

    private void Execute(Protocol protocol, JsonElement operation, string place)
    {
        foreach (Command preparation in protocol.Preparation(operation))
        {
            _findings.Compare(place, "preparation", "ok", Outcome(protocol.World.Execute(preparation)));
        }

        Command command = protocol.ToCommand(operation);
        Receipt receipt = protocol.World.Execute(command);
        CompareOutcome(protocol, place, operation, receipt);
        if (receipt is Accepted accepted && operation.TryGetProperty("events", out JsonElement events))
        {
            CompareEvents(place, events, accepted);
        }
    }

    private static void Advance(Protocol protocol, JsonElement operation)
    {
        Clock clock = protocol.World.Clock;
        ulong blocks = operation.TryGetProperty("block", out _)
            ? Number(operation, "block") - clock.Block
            : 1;
        ulong seconds = Number(operation, "ts") - clock.Seconds;
        if (blocks != 0 || seconds != 0)
        {
            _ = protocol.World.Execute(new AdvanceClock(default, blocks, seconds));
        }
    }

    private static ulong Number(JsonElement line, string name) =>
        ulong.Parse(line.GetProperty(name).GetString()!);

    private void CompareOutcome(Protocol protocol, string place, JsonElement operation, Receipt receipt)
    {
        string expected = operation.GetProperty("ok").GetBoolean()
            ? "ok"
            : protocol.ReadError(operation.GetProperty("err"));
        string actual = Outcome(receipt);
        if (actual == "ok" || expected == "ok" || !protocol.IsSaidBy(expected, actual))
        {
            _findings.Compare(place, "outcome", expected, actual);
        }
    }

    private static string Outcome(Receipt receipt) => (receipt as Refused)?.Reason.Name ?? "ok";

    // An error has its code before its name.
    private void PlayCase(int number, JsonElement line)
    {
        Protocol protocol = _protocol ?? throw new RecordingException("a case comes before the header");
        string expected = line.TryGetProperty("result", out JsonElement result)
            ? result.GetString()!
            : line.GetProperty("err").GetString()!.Split(' ')[^1];
        _findings.CountOperation();
        _findings.CountKeys(1);
        _findings.Compare($"case of line {number}", "result", expected, protocol.Answer(line));
    }

    private void CompareEvents(string place, JsonElement expected, Accepted accepted)
    {
        // A log without a name is one of a proxy, not of the protocol.
        string[] want = [.. expected.EnumerateArray()
            .Where(static log => log.TryGetProperty("e", out _))
            .Select(log => RecordedEvents.FromRecording(log, _protocol!.Labels))];
        string[] got = [.. accepted.Events
            .Where(_protocol!.Keeps)
            .Select(fact => RecordedEvents.FromEngine(fact, _protocol.Labels))];
        for (int i = 0; i < Math.Max(want.Length, got.Length); i++)
        {
            _findings.Compare(place, $"event {i}", want.ElementAtOrDefault(i), got.ElementAtOrDefault(i));
        }
    }

    private void CompareQuotes(
        string place, JsonElement expected, IReadOnlyDictionary<string, string> actual)
    {
        foreach (JsonProperty quote in expected.EnumerateObject())
        {
            _findings.Compare(
                place, quote.Name, quote.Value.ToString(), actual.GetValueOrDefault(quote.Name));
            _findings.CountKeys(1);
        }
    }

    private void Expect(JsonElement state)
    {
        foreach (JsonProperty property in state.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                _ = _expected.Remove(property.Name);
            }
            else
            {
                _expected[property.Name] = property.Value.ToString();
            }
        }
    }

    private void CompareQuery(int number, JsonElement query)
    {
        string place = $"query of line {number}";
        if (query.TryGetProperty("fn", out _))
        {
            CompareCall(place, query);
        }
        else
        {
            CompareAnswers(place, query);
        }
    }

    // A call has its arguments beside what it came to: answers, or an error.
    private void CompareCall(string place, JsonElement call)
    {
        Protocol protocol = _protocol ?? throw new RecordingException("a call comes before the header");
        Dictionary<string, string> expected = new(StringComparer.Ordinal);
        foreach (JsonProperty property in call.EnumerateObject())
        {
            if (property.Name == "err")
            {
                expected["err"] = protocol.ReadError(property.Value);
            }
            else if (protocol.IsAnswer(property.Name))
            {
                Flatten(property.Name, property.Value, expected);
            }
        }

        IReadOnlyDictionary<string, string> actual = protocol.Call(call);
        foreach (string key in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            _findings.Compare(
                place, key, expected.GetValueOrDefault(key), actual.GetValueOrDefault(key));
        }

        _findings.CountKeys(expected.Count);
    }

    private void CompareAnswers(string place, JsonElement query)
    {
        Protocol protocol = _protocol ?? throw new RecordingException("a query comes before the header");
        IReadOnlyDictionary<string, string> actual = protocol.ReadQuery(query);
        Dictionary<string, string> expected = new(StringComparer.Ordinal);
        foreach (JsonProperty property in query.EnumerateObject().Where(
            static property => property.Name is not ("type" or "i" or "block" or "ts" or "timestamp")))
        {
            Flatten(property.Name, property.Value, expected);
        }

        foreach (string key in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            _findings.Compare(
                place, key, expected.GetValueOrDefault(key), actual.GetValueOrDefault(key));
        }

        _findings.CountKeys(expected.Count);
    }

    private static void Flatten(string path, JsonElement value, Dictionary<string, string> answers)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in value.EnumerateObject())
                {
                    Flatten($"{path}.{property.Name}", property.Value, answers);
                }

                break;
            case JsonValueKind.Array:
                foreach ((int index, JsonElement item) in value.EnumerateArray().Index())
                {
                    Flatten($"{path}.{index}", item, answers);
                }

                break;
            default:
                answers[path] = value.ToString();
                break;
        }
    }

    private void CompareState(string place)
    {
        IReadOnlyDictionary<string, string> actual = _protocol!.ReadState();
        foreach ((string key, string want) in _expected)
        {
            _findings.Compare(place, key, want, actual.GetValueOrDefault(key));
        }

        foreach (string key in actual.Keys.Where(
            key => !_expected.ContainsKey(key)).Order(StringComparer.Ordinal))
        {
            _findings.Compare(place, key, null, actual[key]);
        }

        _findings.CountKeys(_expected.Count);
    }
}
