using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Tests.Risk;

/// <summary>Books of a few operators that dice make, with rewards of every kind that a book can
/// pay.</summary>
internal static class SmallBook
{
    public const ulong StartTime = 1_730_332_800;

    private static readonly BookStrategy[] _strategies =
    [
        Strategy(0x1001, "stETH"), Strategy(0x1002, "EIGEN"), Strategy(0x1003, "rETH"),
        new(Constants.BeaconChainEtherStrategy, "beaconETH", Address.Zero),
    ];

    public static BookToken Fee { get; } = new(Address.FromNumber(0x2001), "WETH", IsEther: true);

    public static BookToken Emitted { get; } = new(Address.FromNumber(0x2002), "EIG", IsEther: false);

    public static Book Roll(Dice dice)
    {
        BookOperator[] operators = [.. Enumerable.Range(0, 2 + dice.Below(4)).Select(i => Operator(dice, i))];
        BookService[] services =
        [
            .. Enumerable.Range(0, 2).Select(i => new BookService(
                $"Service {i}",
                new OperatorSet(Address.FromNumber(0x3001 + (ulong)i), 1),
                IsKnown: false,
                [.. operators.Where(_ => !dice.OneIn(3)).Select(static one => one.Address)])),
        ];
        operators =
        [
            .. operators.Select(one => one with
            {
                ServiceCount = services.Count(service => service.Operators.Contains(one.Address)),
            }),
        ];
        BookProgramme[] programmes =
            [.. Enumerable.Range(0, 1 + dice.Below(4)).Select(i => Programme(dice, i, services))];
        return BookReader.Assemble(
            "small", 20_000_000, StartTime, _strategies, operators, services, programmes);
    }

    public static UInt256 Amount(Dice dice) => dice.Of<UInt256>(
        1UL + (dice.Next() % 100),
        dice.Next(),
        (UInt256)dice.Next() * 1_000_000UL,
        (UInt256)dice.Next() * (dice.Next() >> 2));

    public static IReadOnlyList<StrategyMultiplier> Multipliers(Dice dice) =>
    [
        .. _strategies.Where(_ => !dice.OneIn(4)).DefaultIfEmpty(_strategies[0])
            .Select(one => new StrategyMultiplier(
                one.Address,
                dice.OneIn(6) ? UInt256.Zero : dice.Of<UInt256>(Wad.Scale, 1UL, dice.Next() >> 4))),
    ];

    private static BookStrategy Strategy(ulong number, string symbol) =>
        new(Address.FromNumber(number), symbol, Address.FromNumber(number + 0x100));

    private static BookOperator Operator(Dice dice, int i) => new(
        Address.FromNumber(0x4001 + (ulong)i),
        $"Operator {i}",
        1,
        0,
        Address.FromNumber(0x5001 + (ulong)i),
        [
            .. _strategies.Where(_ => !dice.OneIn(3)).Select(one => new BookShares(
                one.Address, Shares(dice, one.Token.IsZero ? 1_000_000_000UL : 1UL))),
        ]);

    private static UInt256 Shares(Dice dice, ulong unit) =>
        ((UInt256)(dice.OneIn(3) ? 1_000UL + (dice.Next() >> 44) : dice.Next())).DivUp(unit) * unit;

    private static BookProgramme Programme(Dice dice, int i, BookService[] services)
    {
        RewardKind kind = dice.Of(
            RewardKind.Avs, RewardKind.AllEarners, RewardKind.TotalStake, RewardKind.UniqueStake);
        bool isOfAll = kind == RewardKind.AllEarners;
        Address payer = isOfAll ? Address.FromNumber(0x6001) : services[dice.Below(2)].Set.Avs;
        RewardSource source = isOfAll || dice.OneIn(3) ? RewardSource.Emission : RewardSource.Organic;
        return new BookProgramme(
            $"Programme {i}",
            payer.ToString(),
            payer,
            kind,
            source == RewardSource.Emission ? Emitted : Fee,
            Amount(dice),
            1 + dice.Below(12),
            Multipliers(dice),
            dice.OneIn(2),
            source);
    }
}
