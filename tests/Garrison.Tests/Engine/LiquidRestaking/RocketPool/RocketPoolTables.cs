using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.RocketPool;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.RocketPool;

/// <summary>Rocket Pool: the voted rate, deposits, burns and bonds; each refusal by the contract's
/// text.</summary>
public sealed class RocketPoolTables
{
    private const string Cast = """
        deploy                                     ok
        deploy                                     AlreadyDeployed
        member alice alice                         NotAdmin
        member gov m1                              ok
        member gov m2                              ok
        member gov m3                              ok
        ether alice 1000e18                        ok
        ether bob 1000e18                          ok
        ether node 100e18                          ok

        """;

    // 0.05 % of 100 ether are a fee, which stays in the pool.
    [Fact]
    public void Deposits() => Play(Cast + """
        deposit alice 9999999999999999   The_deposited_amount_is_less_than_the_minimum_deposit_size
        deposit alice 1001e18                      InsufficientBalance
        deposit alice 100e18                       ok
        held alice                                 = 99.95e18
        collateral                                 = 100e18
        fee alice 0                                NotAdmin
        fee gov 0                                  ok
        size gov 100e18                            ok
        deposit bob 1e18   The_deposit_pool_size_after_depositing_exceeds_the_maximum_size
        """);

    // Two of three members are more than 51 %.
    [Fact]
    public void Votes() => Play(Cast + """
        fee gov 0                                  ok
        deposit alice 100e18                       ok
        vote alice 1 100e18 0 100e18               Invalid_trusted_node
        vote m1 5 100e18 0 100e18                  Balances_can_not_be_submitted_for_a_future_block
        vote m1 2 102e18 0 100e18                  ok
        rate                                       = 1e18
        vote m1 2 102e18 0 100e18                  Duplicate_submission_from_node
        vote m2 2 102e18 0 100e18                  ok
        rate                                       = 1.02e18
        vote m3 2 102e18 0 100e18                  ok
        vote m3 1 102e18 0 100e18                  Network_balances_for_a_higher_block_are_set
        deposit bob 10.2e18                        ok
        held bob                                   = 10e18
        """);

    // The rate may move by 2 % in 0.95 days: from 1 to 1.02 or 0.98. Refused, it stays, as does the rate that
    // burns are paid at.
    [Fact]
    public void An_update_that_moves_too_much_or_too_soon_is_refused() => Play(Cast + """
        fee gov 0                                  ok
        deposit alice 100e18                       ok
        vote m1 1 100e18 0 100e18                  ok
        vote m2 1 100e18 0 100e18                  ok
        wait 82079                                 ok
        vote m1 2 98e18 0 100e18                   ok
        vote m2 2 98e18 0 100e18                   Not_enough_time_has_passed
        wait 1                                     ok
        vote m1 2 97.9999999999999999e18 0 100e18  ok
        vote m2 2 97.9999999999999999e18 0 100e18  Change_exceeds_maximum
        vote m1 2 102.0000000000000001e18 0 100e18 ok
        vote m2 2 102.0000000000000001e18 0 100e18 Change_exceeds_maximum
        rate                                       = 1e18
        burn alice 10e18                           ok
        ether alice                                = 910e18
        vote m2 2 98e18 0 100e18                   ok
        rate                                       = 0.98e18
        burn alice 10e18                           ok
        ether alice                                = 919.8e18
        """);

    // Three validators take 96 of 100 + 16 ether; a fourth waits for 32 and has 16.
    [Fact]
    public void Who_burns_is_paid_at_once_or_refused() => Play(Cast + """
        fee gov 0                                  ok
        deposit alice 100e18                       ok
        burn alice 0                               Invalid_token_burn_amount
        burn alice 101e18                          Insufficient_rETH_balance
        bond node 3.9e18                           InvalidBond
        bond node 32e18                            InvalidBond
        bond node 4e18                             ok
        bond node 4e18                             ok
        bond node 4e18                             ok
        bond node 4e18                             ok
        pool                                       = 20e18
        collateral                                 = 0
        deficit                                    = 100e18
        burn alice 1                               Insufficient_ETH_balance_for_exchange
        exit 0 32e18                               ok
        collateral                                 = 28e18
        burn alice 28000000000000000001            Insufficient_ETH_balance_for_exchange
        burn alice 28e18                           ok
        collateral                                 = 0
        deposit bob 12e18                          ok
        pool                                       = 0
        """);

    // Of 32 ether 4 are the bond: with 30 left it has lost 2 and users nothing; with 20 left users lose 8.
    [Fact]
    public void A_bond_is_lost_first() => Play(Cast + """
        fee gov 0                                  ok
        deposit alice 100e18                       ok
        bond node 4e18                             ok
        bond node 4e18                             ok
        exit 2 32e18                               NotStaking
        exit 0 30e18                               ok
        exit 0 30e18                               NotStaking
        ether node                                 = 94e18
        ether rETH                                 = 28e18
        exit 1 20e18                               ok
        ether node                                 = 94e18
        ether rETH                                 = 48e18
        """);

    // A tenth of all ether belongs with rETH: 10 of 100, of which a deposit of 4 fills up 4.
    [Fact]
    public void Deposits_fill_up_what_is_kept_for_burns() => Play(Cast + """
        fee gov 0                                  ok
        deposit alice 100e18                       ok
        vote m1 1 100e18 0 100e18                  ok
        vote m2 1 100e18 0 100e18                  ok
        deposit bob 4e18                           ok
        ether rETH                                 = 4e18
        deposit bob 10e18                          ok
        ether rETH                                 = 10e18
        burn bob 14e18                             ok
        ether rETH                                 = 0
        pool                                       = 100e18
        ether bob                                  = 1000e18
        """);

    // Whatever the rate, a deposit that is burnt at once gains nothing, and moves no rate.
    [Fact]
    public void A_round_trip_gains_nothing()
    {
        for (ulong seed = 1; seed <= 300; seed++)
        {
            Dice dice = new(seed);
            World world = Play(Cast + $"""
                fee gov {dice.Below(1000)}000000000000 ok
                deposit alice 100e18 ok
                """);
            string vote = $"{100_000 + dice.Below(50_000)}000000000000{dice.Below(1000):d3}";
            UInt256 value = Number("1e16") + dice.Next();
            Play(world, $"vote m1 1 {vote} 0 99e18 ok\nvote m2 1 {vote} 0 99e18 ok\ndeposit bob {value} ok");
            UInt256 rate = world.RocketPool.RateDown;
            UInt256 held = world.Ledger.Balance(Of("rETH"), Of("bob"));
            Play(world, $"burn bob {held} ok");
            Assert.True(world.Ledger.Balance(Ledger.Ether, Of("bob")) <= Number("1000e18"));
            Assert.Equal(rate, world.RocketPool.RateDown);
        }
    }

    private static World Play(string lines)
    {
        World world = new();
        _ = world.Execute(new AdvanceClock(default, 5, 1_700_000_000));
        Play(world, lines);
        return world;
    }

    private static void Play(World world, string lines) => Lines.Play(
        world,
        lines,
        words => world.Execute(EngineJson.ReadCommand(EngineJson.Write(Parse(world, words)))),
        words => Read(world, words));

    private static Command Parse(World world, string[] words) => words switch
    {
        ["deploy"] => new DeployRocketPool(default, new RocketPoolDeployment(
            Of("gov"), Of("rETH"), Of("vault"))),
        ["fee", var who, var fee] => new SetRocketPool(
            Of(who), world.RocketPool.Settings with { DepositFee = Number(fee) }),
        ["size", var who, var size] => new SetRocketPool(
            Of(who), world.RocketPool.Settings with { MaximumPoolSize = Number(size) }),
        ["member", var who, var member] => new AddRocketMember(Of(who), Of(member)),
        ["ether", var who, var amount] => new Mint(default, Ledger.Ether, Of(who), Number(amount)),
        ["wait", var seconds] => new AdvanceClock(default, 1, Number(seconds).ToUInt64()),
        ["vote", var who, var block, var total, var staking, var supply] => new SubmitRocketBalances(
            Of(who), Number(block).ToUInt64(), Number(total), Number(staking), Number(supply)),
        ["deposit", var who, var value] => new DepositToRocketPool(Of(who), Number(value)),
        ["burn", var who, var amount] => new BurnRocketEther(Of(who), Number(amount)),
        ["bond", var who, var bond] => new DepositRocketBond(Of(who), Number(bond)),
        ["exit", var id, var balance] => new ExitRocketValidator(
            default, Number(id).ToUInt64(), Number(balance)),
        _ => throw new InvalidOperationException(string.Join(' ', words)),
    };

    private static string Read(World world, string[] words) => (words switch
    {
        ["rate"] => world.RocketPool.RateDown,
        ["pool"] => world.RocketPool.PoolEther,
        ["collateral"] => world.RocketPool.Collateral,
        ["deficit"] => world.RocketPool.Deficit,
        ["held", var who] => world.Ledger.Balance(Of("rETH"), Of(who)),
        ["ether", var who] => world.Ledger.Balance(Ledger.Ether, Of(who)),
        _ => throw new InvalidOperationException(string.Join(' ', words)),
    }).ToString();
}
