using Garrison.Engine;
using Garrison.Engine.Staking;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.LiquidRestaking.Lido;

/// <summary>Lido on Ethereum's validators: what a report says is what the beacon chain has.</summary>
public sealed class LidoOnStakingTests
{
    private const ulong Ether = Spec.Increment;

    // A slashing takes 32/4096 of an ether from each of three validators at once: 0.0234375 of 100 ether.
    // Until a report says so the rate stays; then who waits has lost the same part.
    [Fact]
    public void A_slashing_reaches_holders_and_who_waits_with_the_report()
    {
        LidoScript script = LidoScript.Play("""
            submit alice 100e18                    ok
            deposit dsm 10                         ok
            wait 86400                             ok
            report 3 96e18                         ok
            request alice 1e18                     ok
            wait 86400                             ok
            """);
        Cohort three = Cohort.Active(3, 32 * Ether, Credentials.Execution);
        StakingParameters parameters = StakingParameters.Electra with { PayloadsPerEpoch = 0 };
        Run(script, new StartStaking(default, parameters, 1000, [three, three with { Count = 997 }]));
        Run(script, new SlashValidators(default, 0, 3, 500));
        script.PlayLines("rate = 1e27");

        UInt256 balance = UInt256.Zero;
        for (ulong i = 0; i < 3; i++)
        {
            balance += Number("1e9") * script.World.Staking.ValidatorAt(i).BalanceGwei;
        }

        script.PlayLines($"""
            report 3 {balance} batches=1 rate=0.999765625e27   ok
            pooled                                 = 98.976796875e18
            rate                                   = 0.999765625e27
            claims alice 1 1 dave                  ok
            ether dave                             = 0.999765625e18
            """);
    }

    private static void Run(LidoScript script, Command command) =>
        Assert.IsType<Accepted>(script.World.Execute(command));
}
