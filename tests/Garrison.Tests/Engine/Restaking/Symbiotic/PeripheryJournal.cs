using Garrison.Engine;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Every command of what surrounds the core is written to a journal and read back.</summary>
public sealed class PeripheryJournal
{
    private const string Story = """
        deployHook hook FullRestakeReset 2 50        ok
        router fund net:victims net/op:cover         ok
        vault V full hook:hook burner:router         ok
        stake alice V 1000                           ok
        operatorLimit V op 1000                      ok
        pass 10                                      ok
        slash op V 100                               ok
        send tC bob router 7                         ok
        tell net rival                               ok
        pay cover                                    ok
        receive owner x                              ok
        receive owner x net                          ok
        receive owner x net/op                       ok
        delay owner 20                               ok
        pass 50                                      ok
        accept                                       ok
        accept net                                   ok
        accept net/op                                ok
        acceptDelay                                  ok
        own owner heir                               ok
        disown heir                                  ok
        pot V 1000                                   ok
        reward mid net 500 5                         ok
        take alice 1                                 ok
        takeFees curator eve                         ok
        setFee curator 7                             ok
        roots                                        ok
        root mid net 60 op=40;rival=20               ok
        earn op 40 op=40;rival=20                    ok
        earn op 40 op=40;rival=20                    InsufficientTotalClaimable
        """;

    [Fact]
    public void A_story_replays_to_the_same_world()
    {
        PeripheryScript script = PeripheryScript.Play(Story);
        string[] lines = [.. Journal.Record(new World(), script.Played)];
        Assert.Equal(script.World.Digest(), Journal.Replay(lines).Digest());
    }
}
