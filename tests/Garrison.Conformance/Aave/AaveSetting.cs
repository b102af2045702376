using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Lending.Aave;
using Garrison.Primitives;

namespace Garrison.Conformance.Aave;

/// <summary>Who and what is in a recording of one pool.</summary>
internal sealed class AaveSetting
{
    private readonly JsonElement _header;

    public AaveSetting(JsonElement header, Labels labels)
    {
        _header = header;
        Labels = labels;
        Reserves = header.GetProperty("reserves").GetArrayLength();
        Users = [.. header.GetProperty("users").EnumerateArray().Select(static name => name.GetString()!)];
        string[] named =
        [
            "pool", "admin", "treasury", "umbrella",
            .. Enumerable.Range(0, Reserves).SelectMany(static i => new[] { $"T{i}", $"a{i}", $"d{i}" }),
            .. Users,
        ];
        foreach ((int number, string name) in named.Index())
        {
            labels.Add(name, Address.FromNumber((ulong)number + 1));
        }
    }

    public Labels Labels { get; }

    public int Reserves { get; }

    public IReadOnlyList<string> Users { get; }

    public Address Pool => Labels["pool"];

    public Address Admin => Labels["admin"];

    public Address Token(int reserve) => Labels[$"T{reserve}"];

    /// <summary>The commands that make the pool as the recording finds it.</summary>
    public IEnumerable<Command> Begin()
    {
        JsonElement state = _header.GetProperty("state");
        ulong updated = ulong.Parse(Text(state, "res.0.lastUpdate"));
        ulong now = ulong.Parse(Text(state, "ts"));

        // The recordings have no names for these two, but their events carry them.
        yield return new DeployAave(Admin, Pool, new AavePool(
            Admin,
            Address.Parse("0x4a1ea719693b997d55321dc7d3ac70d4e5503b63"),
            Address.Parse("0xb0edd71537381c4b5724eebbe9b42af3b25d6486"),
            Labels["treasury"],
            Labels["umbrella"]));
        yield return new AdvanceClock(Admin, 0, updated);
        foreach (Command command in _header.GetProperty("reserves").EnumerateArray().SelectMany(List))
        {
            yield return command;
        }

        foreach (Command command in ListCategory(_header.GetProperty("emode1")))
        {
            yield return command;
        }

        foreach (Command command in Endow(state))
        {
            yield return command;
        }

        yield return new AdvanceClock(Admin, ulong.Parse(Text(state, "block")), now - updated);
    }

    private IEnumerable<Command> List(JsonElement reserve)
    {
        int index = Number(reserve, "index");
        Address token = Token(index);
        yield return new IssuePanicking(Admin, token);
        yield return new ListAaveReserve(
            Admin,
            Pool,
            token,
            Labels[$"a{index}"],
            Labels[$"d{index}"],
            (byte)Number(reserve, "decimals"),
            new AaveCurve(
                (uint)Number(reserve, "optimalUsageRatio"),
                (uint)Number(reserve, "baseRate"),
                (uint)Number(reserve, "slope1"),
                (uint)Number(reserve, "slope2")));
        yield return new ConfigureAaveCollateral(
            Admin,
            Pool,
            token,
            (ushort)Number(reserve, "ltv"),
            (ushort)Number(reserve, "liquidationThreshold"),
            (ushort)Number(reserve, "liquidationBonus"));
        yield return new SwitchAaveReserve(Admin, Pool, token, AaveSwitch.Borrowing, IsOn: true);
        yield return new SetAaveLiquidationFee(
            Admin, Pool, token, (ushort)Number(reserve, "liquidationProtocolFee"));
        yield return new SetAaveReserveFactor(Admin, Pool, token, (ushort)Number(reserve, "reserveFactor"));
        yield return new PostAavePrice(
            Admin, Pool, token, UInt256.Parse(Text(_header.GetProperty("state"), $"res.{index}.price")));
    }

    private IEnumerable<Command> ListCategory(JsonElement category)
    {
        yield return new SetAaveCategory(
            Admin,
            Pool,
            1,
            (ushort)Number(category, "ltv"),
            (ushort)Number(category, "lt"),
            (ushort)Number(category, "bonus"),
            "",
            IsIsolated: false);
        foreach (JsonElement asset in category.GetProperty("assets").EnumerateArray())
        {
            Address token = Token(asset.GetInt32());
            yield return new SetAaveAssetInCategory(
                Admin, Pool, token, 1, AaveCategoryRole.Collateral, IsIn: true);
            yield return new SetAaveAssetInCategory(
                Admin, Pool, token, 1, AaveCategoryRole.Borrowable, IsIn: true);
        }
    }

    private IEnumerable<Command> Endow(JsonElement state) =>
        from user in Users
        from reserve in Enumerable.Range(0, Reserves)
        let wallet = Text(state, $"user.{user}.{reserve}").Split(',')[^1]
        select new Mint(Admin, Token(reserve), Labels[user], UInt256.Parse(wallet));

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
