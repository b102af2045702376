using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.PeripheryVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What each hook does to the weights of an operator that was slashed, and what it cannot
/// do.</summary>
public sealed class HookTables
{
    // op has 7 of 10 shares of 1000: a stake of 700.
    private const string Shared = """
        vault V network hook:hook                    ok
        stake alice V 1000                           ok
        shares V op 7                                ok
        shares V rival 3                             ok
        pass 10                                      ok
        """;

    private const string Full = """
        vault V full hook:hook                       ok
        stake alice V 1000                           ok
        operatorLimit V op 600                       ok
        operatorLimit V rival 500                    ok
        pass 10                                      ok
        """;

    [Fact]
    public void Deployment() => PeripheryScript.Play("""
        deployHook hook NetworkRestakeReset 0 281474976710656  EmptyRevert
        deployHook hook NetworkRestakeReset 0 50     InvalidSlashCount
        deployHook hook FullRestakeReset 0 50        InvalidSlashCount
        deployHook hook OperatorSpecificReset 0 50   InvalidSlashCount
        deployHook hook NetworkRestakeReset 1 281474976710655  ok
        deployHook hook NetworkRestakeReset 0 50     AlreadyDeployed
        deployHook hook2 FullRestakeDecrease         ok
        """);

    // 150 of 700 is ⌈150 · 7 / 700⌉ = ⌈1.5⌉ = 2 shares. Then the stake is ⌊5 · 850 / 8⌋ = 531, and all of it
    // is ⌈531 · 5 / 531⌉ = 5 shares.
    [Fact]
    public void A_decrease_takes_the_slash_off_the_limit_and_the_shares() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeDecrease       ok
        {Shared}
        slash op V 150                               ok
        limit V                                      = 850
        shares V op                                  = 5
        shares V rival                               = 3
        stake V op                                   = 531
        pass 10                                      ok
        slash op V 1000                              ok
        limit V                                      = 319
        shares V op                                  = 0
        stake V rival                                = 319
        """);

    // The shares at the capture count, not those of now: 7 of the stake of 700, though 70 are there.
    [Fact]
    public void A_decrease_measures_at_the_capture() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeDecrease       ok
        {Shared}
        shares V op 70                               ok
        slash op V 300                               ok
        shares V op                                  = 67
        """);

    [Fact]
    public void A_decrease_stops_at_nothing() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeDecrease       ok
        {Shared}
        limit V 100                                  ok
        shares V op 1                                ok
        slash op V 150                               ok
        limit V                                      = 0
        shares V op                                  = 0
        """);

    [Fact]
    public void A_decrease_passes_over_what_is_nothing_already() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeDecrease       ok
        {Shared}
        limit V 0                                    ok
        slash op V 150                               ok
        shares V op                                  = 5
        limit V 100                                  ok
        shares V op 0                                ok
        slash op V 1                                 ok
        limit V                                      = 99
        """);

    // 550 of 700 are left: ⌊550 · 7 / 700⌋ = ⌊5.5⌋ = 5 shares. Of the same capture 550 can still be slashed;
    // 330 of them are left: ⌊330 · 5 / 550⌋ = 3.
    [Fact]
    public void A_redistribution_moves_the_stake_to_the_others() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeRedistribute   ok
        {Shared}
        slash op V 150                               ok
        limit V                                      = 1000
        shares V op                                  = 5
        stake V rival                                = 318
        slash op V 220                               ok
        shares V op                                  = 3
        slash op V 330                               ok
        shares V op                                  = 0
        limit V                                      = 1000
        """);

    [Fact]
    public void A_full_decrease_takes_the_slash_off_both_limits() => PeripheryScript.Play($"""
        deployHook hook FullRestakeDecrease          ok
        {Full}
        slash op V 150                               ok
        limit V                                      = 850
        operatorLimit V op                           = 450
        operatorLimit V rival                        = 500
        operatorLimit V op 100                       ok
        slash op V 150                               ok
        limit V                                      = 700
        operatorLimit V op                           = 0
        slash op V 1                                 ok
        limit V                                      = 699
        """);

    [Fact]
    public void A_decrease_for_one_operator_takes_the_slash_off_the_limit() => PeripheryScript.Play("""
        deployHook hook OperatorSpecificDecrease     ok
        vault V operator hook:hook                   ok
        stake alice V 1000                           ok
        pass 10                                      ok
        slash op V 150                               ok
        limit V                                      = 850
        stake V op                                   = 850
        """);

    [Fact]
    public void A_veto_slasher_tells_hooks_as_well() => PeripheryScript.Play("""
        deployHook hook OperatorSpecificDecrease     ok
        vault V operator hook:hook veto              ok
        stake alice V 1000                           ok
        pass 10                                      ok
        request op V 150                             ok
        limit V                                      = 1000
        execute V 0                                  ok
        limit V                                      = 850
        """);

    // The second slash is 50 seconds after the first, and so within the period.
    [Fact]
    public void A_reset_waits_for_the_count() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeReset 2 50     ok
        {Shared}
        slash op V 10                                ok
        shares V op                                  = 7
        slashes V op                                 = 1
        slash rival V 10                             ok
        shares V rival                               = 3
        pass 50                                      ok
        slash op V 10                                ok
        shares V op                                  = 0
        slashes V op                                 = 0
        limit V                                      = 1000
        shares V op 7                                ok
        pass 10                                      ok
        slash op V 10                                ok
        shares V op                                  = 7
        slashes V op                                 = 1
        """);

    [Fact]
    public void A_reset_forgets_what_is_too_old() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeReset 2 50     ok
        {Shared}
        slash op V 10                                ok
        pass 51                                      ok
        slash op V 10                                ok
        shares V op                                  = 7
        slashes V op                                 = 2
        pass 50                                      ok
        slash op V 10                                ok
        shares V op                                  = 0
        """);

    [Fact]
    public void A_reset_of_one_slash_comes_at_once() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeReset 1 0      ok
        {Shared}
        slash op V 10                                ok
        shares V op                                  = 0
        slashes V op                                 = 0
        """);

    [Fact]
    public void A_reset_counts_for_each_vault() => PeripheryScript.Play("""
        deployHook hook FullRestakeReset 2 50        ok
        vault V full hook:hook                       ok
        vault W full hook:hook                       ok
        stake alice V 1000                           ok
        stake alice W 1000                           ok
        operatorLimit V op 600                       ok
        operatorLimit W op 600                       ok
        pass 10                                      ok
        slash op V 10                                ok
        slash op W 10                                ok
        operatorLimit V op                           = 600
        operatorLimit W op                           = 600
        slash op V 10                                ok
        operatorLimit V op                           = 0
        operatorLimit W op                           = 600
        limit V                                      = 1000
        """);

    [Fact]
    public void A_reset_for_one_operator_takes_the_network_s_limit() => PeripheryScript.Play("""
        deployHook hook OperatorSpecificReset 2 50   ok
        vault V operator hook:hook                   ok
        stake alice V 1000                           ok
        pass 10                                      ok
        slash op V 10                                ok
        limit V                                      = 1000
        slash op V 10                                ok
        limit V                                      = 0
        """);

    [Theory]
    [InlineData("NetworkRestakeReset", "network", "shares V op 7", "shares V op 0")]
    [InlineData("FullRestakeReset", "full", "operatorLimit V op 7", "operatorLimit V op 0")]
    [InlineData("OperatorSpecificReset", "operator", "limit V 7", "limit V 0")]
    public void A_reset_of_nothing_counts_as_one(string kind, string delegator, string some, string none) =>
        PeripheryScript.Play($"""
        deployHook hook {kind} 2 50                  ok
        vault V {delegator} hook:hook                ok
        stake alice V 1000                           ok
        {some}                                       ok
        pass 10                                      ok
        slash op V 1                                 ok
        {none}                                       ok
        slash op V 1                                 ok
        slashes V op                                 = 0
        """);

    // The limit is set first; when the shares are refused, it is as it was.
    [Theory]
    [InlineData("NETWORK_LIMIT_SET_ROLE")]
    [InlineData("OPERATOR_NETWORK_SHARES_SET_ROLE")]
    public void Without_a_role_a_decrease_changes_nothing(string role) => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeDecrease       ok
        {Shared}
        revoke V.delegator {role} hook               ok
        slash op V 150                               ok
        limit V                                      = 1000
        shares V op                                  = 7
        grant V.delegator {role} hook                ok
        slash op V 150                               ok
        limit V                                      = 850
        shares V op                                  = 5
        """);

    [Theory]
    [InlineData("NETWORK_LIMIT_SET_ROLE")]
    [InlineData("OPERATOR_NETWORK_LIMIT_SET_ROLE")]
    public void Without_a_role_a_full_decrease_changes_nothing(string role) => PeripheryScript.Play($"""
        deployHook hook FullRestakeDecrease          ok
        {Full}
        revoke V.delegator {role} hook               ok
        slash op V 150                               ok
        limit V                                      = 1000
        operatorLimit V op                           = 600
        """);

    // The slash that it may not act on is not counted either.
    [Fact]
    public void Without_the_role_a_reset_does_not_count() => PeripheryScript.Play($"""
        deployHook hook NetworkRestakeReset 2 50     ok
        {Shared}
        revoke V.delegator OPERATOR_NETWORK_SHARES_SET_ROLE hook  ok
        slash op V 10                                ok
        slash op V 10                                ok
        shares V op                                  = 7
        slashes V op                                 = 1
        grant V.delegator OPERATOR_NETWORK_SHARES_SET_ROLE hook  ok
        slash op V 10                                ok
        shares V op                                  = 0
        """);

    [Fact]
    public void An_address_that_is_no_hook_is_called_in_vain() => PeripheryScript.Play($"""
        {Shared}
        slash op V 150                               ok
        shares V op                                  = 7
        setHook V nobody                             ok
        slash op V 150                               ok
        shares V op                                  = 7
        """);

    [Theory]
    [InlineData("NetworkRestakeDecrease", "full operator pinned", "NotNetworkRestakeDelegator")]
    [InlineData("NetworkRestakeRedistribute", "full operator pinned", "NotNetworkRestakeDelegator")]
    [InlineData("NetworkRestakeReset", "full operator pinned", "NotNetworkRestakeDelegator")]
    [InlineData("FullRestakeDecrease", "network operator pinned", "NotFullRestakeDelegator")]
    [InlineData("FullRestakeReset", "network operator pinned", "NotFullRestakeDelegator")]
    [InlineData("OperatorSpecificDecrease", "network full pinned", "NotOperatorSpecificDelegator")]
    [InlineData("OperatorSpecificReset", "network full pinned", "NotOperatorSpecificDelegator")]
    public void A_hook_answers_to_one_kind_of_delegator(string kind, string delegators, string error)
    {
        foreach (string delegator in delegators.Split(' '))
        {
            PeripheryScript script = PeripheryScript.Play($"""
                deployHook hook {kind} 1 50          ok
                vault V {delegator} hook:hook        ok
                """);
            SlashFacts slash = new(Of("V"), Net, Of("op"), 1UL, PeripheryScript.Start, 1UL, 1UL);
            Assert.Equal(error, script.World.Symbiotic.Hooks.OnSlash(Of("hook"), slash)?.Name);
        }
    }

    [Fact]
    public void A_slash_logs_what_the_hook_did_before_it_logs_itself()
    {
        PeripheryScript script = PeripheryScript.Play($"""
            deployHook hook NetworkRestakeDecrease   ok
            {Shared}
            """);
        Accepted slash = Assert.IsType<Accepted>(script.Execute("slash op V 150"));
        ulong capture = PeripheryScript.Start + 9;
        Assert.Equal(
            [
                new NetworkLimitSet(Of("V.delegator"), Net, 850UL),
                new OperatorNetworkSharesSet(Of("V.delegator"), Net, Of("op"), 5UL),
                new DelegatorSlashed(Of("V.delegator"), Net, Of("op"), 150UL, capture),
                new Transferred(Of("tC"), Of("V"), Of("burner"), 150UL),
                new VaultSlashed(Of("V"), 150UL, capture, 150UL),
                new Slashed(Of("V.slasher"), Net, Of("op"), 150UL, capture),
            ],
            slash.Events);
    }
}
