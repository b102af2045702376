using Garrison.Engine;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>What holds of the pipeline as a whole.</summary>
public sealed class PipelineTests
{
    // Rules of another service and another place change nothing either. The odd 7 makes parts of the stake
    // uneven, so that a part would not survive being turned into an amount and back.
    [Theory]
    [InlineData("slash avs avs/1 op A 0.1e18 B 333333333333333333")]
    [InlineData("slash avs avs/1 op A 333333333333333333")]
    [InlineData("slash avs avs/1 op A 1e18")]
    [InlineData("slash avs avs/1 op B 1")]
    [InlineData("slash avs avs/2 op A 0.5e18")]
    [InlineData("slash alice avs/1 op A 0.1e18")]
    [InlineData("slash avs avs/1 op B 0.1e18 A 0.1e18")]
    [InlineData("slash avs avs/1 op A 1000000000000000001")]
    [InlineData("slashUneven avs avs/1 op")]
    public void Without_rules_a_proposal_is_the_slash_itself(string slash)
    {
        const string Begin = $"""
            {Markets.Two}
            deposit bob A 7                                ok
            delegate bob op                                ok
            join op op avs/2                               ok
            allocate op op avs/1 A 0.5e18                  ok
            maximum other 1 600 600                        ok
            meter other 0.05e18 3600                       ok
            epochCap avs C 0 3600                          ok
            pass 10                                        ok
            """;
        (Script direct, Script proposed) = (Script.Play(Begin), Script.Play(Begin));
        Receipt one = direct.Execute(direct.Read(slash)!);
        Receipt other = proposed.Execute(proposed.Read($"propose 1 1 0 {slash}")!);
        Assert.Equal(EngineJson.Write(one), EngineJson.Write(other));
        Assert.Equal(direct.World.Digest(), proposed.World.Digest());
    }

    // Each rule would refuse, and is the first to: cooldown, percentage, span, epoch, meter.
    [Fact]
    public void Rules_refuse_in_their_order() => Script.Play($"""
        {Markets.Two}
        meter avs 0.05e18 3600                             ok
        epochCap avs A 200e18 3600                         ok
        spans avs 3600 28                                  ok
        maximum avs 30e18 0 600                            ok
        propose 60 1000 0 slash avs avs/1 op A 0.2e18      ok
        finalize anyone 1 slash avs avs/1 op A 0.2e18      ok
        propose 1 1000 0 slash avs avs/1 op A 0.31e18      SlashingCooldownNotPassed
        pass 50                                            ok
        propose 1 1000 0 slash avs avs/1 op A 0.31e18      MaxSlashPercentageWadBreached
        propose 1 1000 0 slash avs avs/1 op A 0.2e18       SpanAlreadySlashed
        propose 1 1000 0 slash avs avs/1 op A 0.3e18       VaultMaxSlashedPerOperatorExceeded
        propose 1 1000 0 slash avs avs/1 op B 0.3e18       SlashMeterExhausted
        """);

    // The cap leaves 50 of the 100 that were asked for; they are set aside, and taken in the end.
    [Fact]
    public void Receipts_tell_the_whole_way()
    {
        Script script = Script.Play($"""
            {Markets.One}
            meter avs 0.05e18 3600                         ok
            epochCap avs A 50e18 3600                      ok
            maximum avs 30e18 600 600                      ok
            """);
        (Address avs, Address op, Address place) = (Of("avs"), Of("op"), Of("A"));
        Accepted asked = Accept(script, "propose 60 1000 0 slash avs avs/1 op A 0.1e18");
        Assert.Equal(
            [
                new SlashMeterLowered(avs, op, 60UL, -Int256.FromUInt256(10UL)),
                new SlashCut(avs, op, place, Number("100e18"), Number("50e18")),
                new SlashQueued(avs, 1, op, script.World.Clock.Seconds + 600),
                new SlashEarmarked(avs, 1, place, Number("50e18")),
            ],
            asked.Events);
        script.PlayLines("pass 50                              ok");
        Accepted executed = Accept(script, "finalize anyone 1 slash avs avs/1 op A 0.1e18");
        Assert.Equal(new SlashFinalized(avs, 1), executed.Events[0]);
        script.PlayLines("delegated op A                       = 950e18");
    }

    [Theory]
    [InlineData("propose 30 1000 60 slash avs avs/1 op A 0.1e18")]
    [InlineData("finalize anyone 1 slash avs avs/1 op A 0.1e18")]
    [InlineData("cancelSlash committee 1 slash avs avs/1 op A 0.1e18")]
    [InlineData("meter avs 0.05e18 3600")]
    [InlineData("epochCap avs A 100e18 3600")]
    [InlineData("spans avs 3600 28")]
    [InlineData("maximum avs 30e18 600 1200")]
    [InlineData("serve safe avs")]
    [InlineData("escrow avs safe 600")]
    [InlineData("lockSlashed avs tA 400 alice 3000 bob 1000")]
    [InlineData("refund judge 1")]
    [InlineData("release 1")]
    [InlineData("unbonding avs 600")]
    [InlineData("bond alice avs")]
    [InlineData("unbond alice avs")]
    public void A_command_is_read_as_it_was_written(string line)
    {
        string written = EngineJson.Write(Verbs.Command(line.Split(' '), []));
        Assert.Equal(written, EngineJson.Write(EngineJson.ReadCommand(written)));
    }

    private static Accepted Accept(Script script, string line) =>
        Assert.IsType<Accepted>(script.Execute(script.Read(line)!));
}
