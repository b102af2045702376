using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Primitives;

namespace Garrison.Conformance.Lido;

/// <summary>Who is in a recording of Lido, and the commands that make it.</summary>
internal sealed class LidoSetting
{
    private readonly JsonElement _state;
    private readonly Labels _labels;

    public LidoSetting(JsonElement header, Labels labels)
    {
        _state = header.GetProperty("state");
        _labels = labels;
        foreach (JsonProperty address in header.GetProperty("addresses").EnumerateObject())
        {
            labels.Add(address.Name, Address.Parse(address.Value.GetString()!));
        }

        Users = [.. _state.EnumerateObject()
            .Select(static property => property.Name.Split('.'))
            .Where(static parts => parts is ["user", _, "eth"])
            .Select(static parts => parts[1])];
    }

    public IReadOnlyList<string> Users { get; }

    /// <summary>The commands that bring a world to the state of the header.</summary>
    public IEnumerable<Command> Begin(Clock clock)
    {
        Address admin = _labels["admin"];
        Address queue = _labels["wq"];
        yield return new DeployLido(admin, new LidoDeployment(
            admin,
            _labels["steth"],
            _labels["wsteth"],
            queue,
            Address.FromNumber(1),
            Address.FromNumber(2),
            Address.FromNumber(3),
            Address.FromNumber(4)));
        yield return new GrantLidoRole(admin, LidoRole.Finalize, _labels["oracle"]);
        yield return new GrantLidoRole(admin, LidoRole.Oracle, _labels["oracle"]);
        yield return new GrantLidoRole(admin, LidoRole.Pause, _labels["pauser"]);
        yield return new GrantLidoRole(admin, LidoRole.Resume, _labels["pauser"]);
        yield return new AdvanceClock(
            admin, Number("block").ToUInt64() - clock.Block, Number("ts").ToUInt64() - clock.Seconds);
        yield return new ResumeLidoQueue(_labels["pauser"]);
        yield return new RefuseEther(_labels["u4"], true);
        foreach (Command command in Hold(admin, queue))
        {
            yield return command;
        }

        // Their ether does not show; they pay for what they finalise, or would.
        yield return new Mint(admin, Ledger.Ether, _labels["oracle"], UInt256.One << 120);
        yield return new Mint(admin, Ledger.Ether, _labels["x0"], UInt256.One << 120);
        yield return new RebaseLido(admin, Number("steth.pooled"));
    }

    private IEnumerable<Command> Hold(Address admin, Address queue)
    {
        // The first shares are those of nobody in the recording.
        UInt256 others = Number("steth.totalShares") - Number("wsteth.shares") - Number("wq.stethShares");
        foreach (string user in Users)
        {
            Address account = _labels[user];
            UInt256 shares = Number($"user.{user}.shares");
            others -= shares;
            yield return new MintLidoShares(admin, account, shares);
            yield return new Mint(admin, Ledger.Ether, account, Number($"user.{user}.eth"));
            yield return new Mint(admin, _labels["wsteth"], account, Number($"user.{user}.wsteth"));
            yield return new Approve(account, _labels["wsteth"], queue, UInt256.MaxValue);
        }

        yield return new MintLidoShares(admin, _labels["wsteth"], Number("wsteth.shares"));
        yield return new MintLidoShares(admin, queue, Number("wq.stethShares"));
        yield return new MintLidoShares(admin, Address.FromNumber(0xdead), others);
        yield return new Mint(admin, Ledger.Ether, queue, Number("wq.balance"));
    }

    private UInt256 Number(string key) => UInt256.Parse(_state.GetProperty(key).GetString()!);
}
