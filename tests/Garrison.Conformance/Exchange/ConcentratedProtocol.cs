using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Primitives;

namespace Garrison.Conformance.Exchange;

/// <summary>Plays recordings of one pool of Uniswap v3.</summary>
/// <remarks>A contract called <c>caller</c> pays for all that is minted, swapped and lent; what is swapped
/// goes to <c>admin</c>, who owns the factory.</remarks>
internal sealed class ConcentratedProtocol : Protocol
{
    private static readonly Address _factory = Address.FromNumber(1);
    private static readonly Address _token0 = Address.FromNumber(2);
    private static readonly Address _token1 = Address.FromNumber(3);
    private static readonly Address _pool = Address.FromNumber(4);

    // A call may use 63 of 64 parts of the 30 million of a block.
    private const ulong GasForCalls = 30_000_000UL / 64 * 63;

    private static readonly string[] _accounts = ["admin", "caller", "l0", "l1", "l2"];

    private readonly SortedSet<int> _ticks = [];
    private readonly SortedSet<(string Owner, int Lower, int Upper)> _positions = [];

    public ConcentratedProtocol(JsonElement header)
    {
        Labels = new Labels { OnlyContract = "pool" };
        foreach ((int index, string name) in _accounts.Index())
        {
            Labels.Add(name, Address.FromNumber(10 + (ulong)index));
        }

        Labels.Add("pool", _pool);
        uint fee = uint.Parse(header.GetProperty("fee").GetString()!);
        int spacing = int.Parse(header.GetProperty("tickSpacing").GetString()!);
        JsonElement state = header.GetProperty("state");
        Address admin = Labels["admin"];
        Address caller = Labels["caller"];
        Build(new AdvanceClock(default, Number(state, "block"), Number(state, "ts")));
        Build(new Mint(admin, _token0, caller, UInt256.MaxValue));
        Build(new Mint(admin, _token1, caller, UInt256.MaxValue));
        Build(new DeployConcentratedFactory(admin, _factory));
        if (fee == 100) Build(new EnableConcentratedFee(admin, _factory, fee, spacing));

        Build(new CreateConcentratedPool(admin, _factory, _pool, _token0, _token1, fee));
        Build(new InitializeConcentratedPool(admin, _pool, Wei(state, "sqrtPriceX96")));
    }

    private ConcentratedPools Pools => World.ConcentratedPools;

    /// <inheritdoc/>
    public override bool EmptyRevertIsAnyRefusal => true;

    /// <inheritdoc/>
    public override bool RanOutOfGas(JsonElement operation) =>
        !operation.GetProperty("ok").GetBoolean()
            && operation.GetProperty("err").GetProperty("name").GetString() == Refusal.EmptyRevert.Name
            && Number(operation, "gas") >= GasForCalls;

    /// <inheritdoc/>
    public override bool Keeps(Event fact) => fact.Contract == _pool;

    /// <inheritdoc/>
    public override Command ToCommand(JsonElement operation)
    {
        string name = operation.GetProperty("op").GetString()!;
        Address from = Labels[operation.GetProperty("from").GetString()!];
        Address caller = Labels["caller"];
        JsonElement args = operation.GetProperty("args");
        return name switch
        {
            "mint" => Noted(args, args.GetProperty("owner"), new MintConcentratedLiquidity(
                caller, _pool, Labels[args.GetProperty("owner").GetString()!], Lower(args), Upper(args),
                Wei(args, "liquidity"))),
            "burn" => Noted(args, operation.GetProperty("from"), new BurnConcentratedLiquidity(
                from, _pool, Lower(args), Upper(args), Wei(args, "liquidity"))),
            "collect" => new CollectConcentrated(
                from, _pool, from, Lower(args), Upper(args), Wei(args, "amount0"), Wei(args, "amount1")),
            "swap" => new SwapConcentrated(
                from, _pool, Labels["admin"], args.GetProperty("zeroForOne").GetBoolean(),
                Int256.Parse(args.GetProperty("amountSpecified").GetString()!),
                Wei(args, "sqrtPriceLimitX96")),
            "flash" => new FlashConcentrated(
                from, _pool, from, Wei(args, "amount0"), Wei(args, "amount1"), Wei(args, "paid0"),
                Wei(args, "paid1")),
            "setFeeProtocol" => new SetConcentratedFeeProtocol(
                from, _pool, Part(args, "feeProtocol0"), Part(args, "feeProtocol1")),
            "collectProtocol" => new CollectConcentratedProtocol(
                from, _pool, from, Wei(args, "amount0"), Wei(args, "amount1")),
            "increaseObservationCardinalityNext" => new IncreaseConcentratedObservations(
                from, _pool, (ushort)Number(args, "n")),
            _ => throw new RecordingException($"the operation {name} is not known"),
        };
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadState()
    {
        ConcentratedPool pool = Pools.Of(_pool);
        Dictionary<string, string> keys = new(StringComparer.Ordinal)
        {
            ["block"] = $"{World.Clock.Block}",
            ["ts"] = $"{World.Clock.Seconds}",
            ["sqrtPriceX96"] = $"{pool.SqrtPriceX96}",
            ["tick"] = $"{pool.Tick}",
            ["obsIndex"] = $"{pool.ObservationIndex}",
            ["obsCard"] = $"{pool.ObservationCardinality}",
            ["obsCardNext"] = $"{pool.ObservationCardinalityNext}",
            ["feeProtocol"] = $"{pool.FeeProtocol0 + (pool.FeeProtocol1 << 4)}",
            ["liquidity"] = $"{pool.Liquidity}",
            ["feeGrowthGlobal0"] = $"{pool.FeeGrowthGlobal0X128}",
            ["feeGrowthGlobal1"] = $"{pool.FeeGrowthGlobal1X128}",
            ["protocolFees0"] = $"{pool.ProtocolFees0}",
            ["protocolFees1"] = $"{pool.ProtocolFees1}",
            ["balance0"] = $"{World.Ledger.Balance(_token0, _pool)}",
            ["balance1"] = $"{World.Ledger.Balance(_token1, _pool)}",
        };
        ReadTicks(keys);
        ReadPositions(keys);
        return keys;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> ReadQuery(JsonElement query)
    {
        Dictionary<string, string> answers = new(StringComparer.Ordinal);
        bool isRefused = false;
        foreach ((int index, JsonElement ago) in query.GetProperty("secondsAgos").EnumerateArray().Index())
        {
            answers[$"secondsAgos.{index}"] = ago.GetString()!;
            Refusal? refusal = Pools.Observe(
                _pool, uint.Parse(ago.GetString()!), out ConcentratedObservation found);
            if (refusal is not null)
            {
                answers["revert"] = $"execution reverted: {refusal.Name}";
                isRefused = true;
            }

            answers[$"tickCumulatives.{index}"] = $"{found.TickCumulative}";
            answers[$"secondsPerLiquidityCumulativeX128s.{index}"] = $"{found.SecondsPerLiquidityX128}";
        }

        return isRefused
            ? answers.Where(static answer => answer.Key == "revert" || answer.Key.StartsWith("secondsAgos"))
                .ToDictionary(StringComparer.Ordinal)
            : answers;
    }

    // A tick or a position has a key from when it is first used.
    private void ReadTicks(Dictionary<string, string> keys)
    {
        foreach (int number in _ticks)
        {
            ConcentratedTick tick = Pools.TickOf(_pool, number);
            keys[$"tick.{number}"] = tick.IsInitialized
                ? string.Join(
                    ',',
                    tick.LiquidityGross,
                    tick.LiquidityNet,
                    tick.FeeGrowthOutside0X128,
                    tick.FeeGrowthOutside1X128,
                    tick.TickCumulativeOutside,
                    tick.SecondsPerLiquidityOutsideX128,
                    tick.SecondsOutside,
                    1)
                : "";
        }
    }

    private void ReadPositions(Dictionary<string, string> keys)
    {
        foreach ((string owner, int lower, int upper) in _positions)
        {
            ConcentratedPosition position = Pools.PositionOf(_pool, Labels[owner], new(lower, upper));
            keys[$"pos.{owner}.{lower}.{upper}"] = string.Join(
                ',',
                position.Liquidity,
                position.FeeGrowthInside0LastX128,
                position.FeeGrowthInside1LastX128,
                position.TokensOwed0,
                position.TokensOwed1);
        }
    }

    private Command Noted(JsonElement args, JsonElement owner, Command command)
    {
        if (World.Fork().Execute(command) is Accepted)
        {
            _ = _ticks.Add(Lower(args));
            _ = _ticks.Add(Upper(args));
            _ = _positions.Add((owner.GetString()!, Lower(args), Upper(args)));
        }

        return command;
    }

    private static int Lower(JsonElement args) => int.Parse(args.GetProperty("tickLower").GetString()!);

    private static int Upper(JsonElement args) => int.Parse(args.GetProperty("tickUpper").GetString()!);

    private static byte Part(JsonElement args, string name) => (byte)Number(args, name);

    private static ulong Number(JsonElement args, string name) =>
        ulong.Parse(args.GetProperty(name).GetString()!);

    private static UInt256 Wei(JsonElement args, string name) =>
        UInt256.Parse(args.GetProperty(name).GetString()!);
}
