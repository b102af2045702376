using System.Globalization;
using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Conformance.Morpho;

/// <summary>Who and what is in a recording, and the commands that make it.</summary>
internal sealed class MorphoSetting
{
    // An oracle of the recordings answers in the scale of Morpho.
    private const byte PriceDecimals = 36;

    private readonly JsonElement _header;
    private readonly JsonElement _state;
    private readonly Labels _labels;
    private ulong _addresses = 1_000_000;

    public MorphoSetting(JsonElement header, Labels labels)
    {
        _header = header;
        _state = header.GetProperty("state");
        _labels = labels;
        Users = [.. header.GetProperty("users").EnumerateArray().Select(static user => user.GetString()!)];
        Admin = Named("admin");
        Contract = Named("morpho");
        Irm = Named("irm");
        foreach (string user in Users)
        {
            _ = Named(user);
        }

        Tokens = [.. Enumerable.Range(0, CountTokens()).Select(index => Named($"T{index}"))];
        Markets = [.. header.GetProperty("markets").EnumerateArray().Select(ReadMarket)];
    }

    public IReadOnlyList<string> Users { get; }

    public IReadOnlyList<Address> Tokens { get; }

    public IReadOnlyList<MorphoMarketParameters> Markets { get; }

    private Address Admin { get; }

    private Address Contract { get; }

    private Address Irm { get; }

    /// <summary>The commands that bring a world to the state of the header.</summary>
    public IEnumerable<Command> Begin(Clock clock)
    {
        yield return new DeployMorpho(Admin, Contract, Admin);
        yield return new DeployMorphoIrm(Admin, Irm);
        yield return new EnableMorphoIrm(Admin, Irm);
        yield return new EnableMorphoIrm(Admin, Address.Zero);
        yield return new SetMorphoFeeRecipient(
            Admin, _labels[_header.GetProperty("feeRecipient").GetString()!]);
        foreach ((int index, MorphoMarketParameters market) in Markets.Index())
        {
            ulong created = Number($"market.{index}.lastUpdate");
            yield return new AdvanceClock(Admin, 1, created - clock.Seconds);
            yield return new CreateRateFeed(
                Admin, market.Oracle, Admin, PriceDecimals, Wei($"market.{index}.oraclePrice"));
            yield return new EnableMorphoLltv(Admin, market.Lltv);
            yield return new CreateMorphoMarket(Admin, market);
        }

        foreach (string user in Users)
        {
            foreach ((int index, Address token) in Tokens.Index())
            {
                yield return new Mint(Admin, token, _labels[user], Wei($"bal.{user}.{index}"));
            }
        }

        yield return new AdvanceClock(
            Admin, Number("block") - clock.Block, Number("ts") - clock.Seconds);
    }

    private MorphoMarketParameters ReadMarket(JsonElement market)
    {
        int index = market.GetProperty("index").GetInt32();
        MorphoMarketParameters parameters = new(
            Tokens[market.GetProperty("loanToken").GetInt32()],
            Tokens[market.GetProperty("collateralToken").GetInt32()],
            Named($"oracle{index}"),
            market.GetProperty("irm").GetString() == "zero" ? Address.Zero : Irm,
            UInt256.Parse(market.GetProperty("lltv").GetString()!));
        _labels.Add(index.ToString(CultureInfo.InvariantCulture), parameters.Id);
        return parameters;
    }

    private int CountTokens() => Enumerable.Range(0, int.MaxValue)
        .First(index => !_state.TryGetProperty($"bal.{Users[0]}.{index}", out _));

    private Address Named(string label)
    {
        var address = Address.FromNumber(_addresses);
        _addresses++;
        _labels.Add(label, address);
        return address;
    }

    private ulong Number(string key) => ulong.Parse(_state.GetProperty(key).GetString()!);

    private UInt256 Wei(string key) => UInt256.Parse(_state.GetProperty(key).GetString()!);
}
