using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Primitives;

namespace Garrison.Conformance.ComposableStable;

/// <summary>Who and what is in a recording of one pool.</summary>
internal sealed class ComposableStableSetting
{
    private const ulong FirstToken = 1_000;

    private readonly JsonElement _header;

    public ComposableStableSetting(JsonElement header, Labels labels)
    {
        _header = header;
        Labels = labels;
        labels.Add("zero", Address.Zero);
        Registered = [.. header.GetProperty("registeredOrder").EnumerateArray()
            .Select(static name => name.GetString()!)];
        Tokens = [.. Registered.Where(static name => name != "pool")];
        Name(FirstToken, Registered);
        Name(1, ["vault", "collector", "feeProvider", "admin", .. Users]);
        Name(100, Tokens.Select(Provider));
    }

    public Labels Labels { get; }

    /// <summary>The tokens in the vault's order, the pool's own among them.</summary>
    public IReadOnlyList<string> Registered { get; }

    /// <summary>The tokens without the pool's own.</summary>
    public IReadOnlyList<string> Tokens { get; }

    public static IReadOnlyList<string> Users { get; } = ["u0", "u1", "u2"];

    public Address Pool => Labels["pool"];

    public JsonElement State => _header.GetProperty("state");

    /// <summary>The name of a token's rate provider, whether it has one or not.</summary>
    public static string Provider(string token) => $"RP{token[1..]}";

    public bool HasProvider(string token) => State.TryGetProperty($"providerRate.{token}", out _);

    /// <summary>The commands that make the pool.</summary>
    public IEnumerable<Command> Begin()
    {
        Address admin = Labels["admin"];
        ulong created = Created();
        yield return new AdvanceClock(admin, ulong.Parse(_header.GetProperty("block").GetString()!), created);
        yield return new DeployComposableStable(admin, new ComposableStableContracts(
            Labels["vault"], Labels["collector"], Labels["feeProvider"], admin));
        foreach (Command command in SetFees("protocolFeeCache").Concat(SetRates("tokenRate")))
        {
            yield return command;
        }

        yield return new CreateComposableStablePool(
            admin, Pool, Labels[_header.GetProperty("owner").GetString()!], [.. Tokens.Select(ReadToken)],
            ulong.Parse(_header.GetProperty("amplification").GetString()!),
            ulong.Parse(_header.GetProperty("swapFeePercentage").GetString()!),
            ulong.MaxValue, ulong.MaxValue);
        foreach (Command command in SetFees("globalFee").Concat(SetRates("providerRate")).Concat(Mint()))
        {
            yield return command;
        }

        yield return new AdvanceClock(admin, 0, ulong.Parse(Text("ts")) - created);
    }

    // The first rates were looked up when the pool was made, and run from there.
    private ulong Created()
    {
        string? token = Tokens.FirstOrDefault(HasProvider);
        if (token is null) return ulong.Parse(Text("ts"));

        string[] cache = Text($"rateCache.{token}").Split(',');
        return ulong.Parse(cache[3]) - ulong.Parse(cache[2]);
    }

    private IEnumerable<Command> SetFees(string prefix)
    {
        Address admin = Labels["admin"];
        yield return new SetComposableProtocolFee(
            admin, ComposableStableFeeType.Swap, UInt256.Parse(Text($"{prefix}.swap")));
        yield return new SetComposableProtocolFee(
            admin, ComposableStableFeeType.Yield, UInt256.Parse(Text($"{prefix}.yield")));
    }

    private IEnumerable<Command> SetRates(string prefix) => Tokens.Where(HasProvider).Select(
        token => new SetComposableProviderRate(
            default, Labels[Provider(token)], UInt256.Parse(Text($"{prefix}.{token}"))));

    private IEnumerable<Command> Mint() =>
        from token in Tokens
        from holder in Users.Append("vault").Append("collector")
        let amount = UInt256.Parse(Text($"tok.{token}.{holder}"))
        where !amount.IsZero
        select new Mint(default, Labels[token], Labels[holder], amount);

    private ComposableStableToken ReadToken(string name)
    {
        JsonElement token = _header.GetProperty("tokens").EnumerateArray()
            .Single(token => token.GetProperty("name").GetString() == name);
        return new ComposableStableToken(
            Labels[name],
            ulong.Parse(token.GetProperty("decimals").ToString()),
            HasProvider(name) ? Labels[Provider(name)] : Address.Zero,
            ulong.Parse(token.GetProperty("rateCacheDuration").GetString()!),
            token.GetProperty("exemptFromYieldProtocolFee").GetBoolean());
    }

    private void Name(ulong first, IEnumerable<string> names)
    {
        foreach ((int i, string name) in names.Index())
        {
            Labels.Add(name, Address.FromNumber(first + (ulong)i));
        }
    }

    private string Text(string key) => State.GetProperty(key).GetString()!;
}
