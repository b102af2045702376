using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.Burners;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Whom a router credits and pays, and how its receivers and its delay change.</summary>
public sealed class RouterTables
{
    private const string Begin = """
        router fund net:victims net/op:cover         ok
        vault V full burner:router                   ok
        stake alice V 1000                           ok
        operatorLimit V op 1000                      ok
        operatorLimit V rival 1000                   ok
        pass 10                                      ok
        """;

    [Fact]
    public void Deployment() => PeripheryScript.Play("""
        routerOf nobody 281474976710656              EmptyRevert
        routerOf nobody 50                           InvalidCollateral
        router fund net:nobody net/op:nobody         InvalidReceiver
        router fund net:a net:b net/op:nobody        DuplicateNetworkReceiver
        router fund net:a net/op:nobody              InvalidReceiver
        router fund net:a net/op:b net/op:c          DuplicateOperatorNetworkReceiver
        router nobody net:a other:a net/op:b         ok
        routerOf nobody 281474976710656              AlreadyDeployed
        isFor b net op                               = 1
        isFor a net rival                            = 1
        isFor a other op                             = 1
        isFor nobody third op                        = 1
        delay                                        = 50
        """);

    [Fact]
    public void The_narrowest_receiver_is_credited() => PeripheryScript.Play($"""
        {Begin}
        slash op V 100                               ok
        slash rival V 50                             ok
        credit cover                                 = 100
        credit victims                               = 50
        seen                                         = 150
        send tC bob router 7                         ok
        tell other op                                ok
        credit fund                                  = 7
        balance tC router                            = 157
        """);

    [Fact]
    public void Payment() => PeripheryScript.Play($"""
        pay cover                                    EmptyRevert
        {Begin}
        pay cover                                    InsufficientBalance
        slash op V 100                               ok
        slash rival V 50                             ok
        pay cover                                    ok
        balance tC cover                             = 100
        credit cover                                 = 0
        seen                                         = 50
        pay cover                                    InsufficientBalance
        slash op V 30                                ok
        credit cover                                 = 30
        pay cover                                    ok
        pay victims                                  ok
        balance tC router                            = 0
        """);

    [Fact]
    public void What_is_for_nobody_stays() => PeripheryScript.Play("""
        router nobody                                ok
        vault V full burner:router                   ok
        stake alice V 1000                           ok
        operatorLimit V op 1000                      ok
        pass 10                                      ok
        slash op V 100                               ok
        credit nobody                                = 100
        pay nobody                                   ERC20:_transfer_to_the_zero_address
        """);

    // Without a word from the slasher, the next one who speaks says whom it all was for.
    [Fact]
    public void A_silent_slasher_credits_nobody() => PeripheryScript.Play("""
        router fund net:victims net/op:cover         ok
        vault V full burner:router silent            ok
        stake alice V 1000                           ok
        operatorLimit V op 1000                      ok
        pass 10                                      ok
        slash op V 100                               ok
        balance tC router                            = 100
        credit cover                                 = 0
        seen                                         = 0
        tell other op                                ok
        credit cover                                 = 0
        credit fund                                  = 100
        """);

    [Fact]
    public void A_burner_that_is_no_router_keeps_what_it_is_paid() => PeripheryScript.Play("""
        vault V full                                 ok
        stake alice V 1000                           ok
        operatorLimit V op 1000                      ok
        pass 10                                      ok
        slash op V 100                               ok
        balance tC burner                            = 100
        """);

    // The router holds 100 of a token that then loses half: it holds less than it has seen.
    [Fact]
    public void A_router_that_fails_does_not_stop_a_slash() => PeripheryScript.Play("""
        rebasing tX                                  ok
        routerOf tX 50                               ok
        vault V full burner:router                   ok
        stake alice V 1000                           ok
        operatorLimit V op 1000                      ok
        mint tX router 100                           ok
        tell net op                                  ok
        credit fund                                  = 100
        rebase tX 50                                 ok
        pass 10                                      ok
        tell net op                                  Panic(0x11)
        slash op V 100                               ok
        balance tC router                            = 100
        credit fund                                  = 100
        seen                                         = 100
        """);

    [Theory]
    [InlineData("", "fund")]
    [InlineData("net", "victims")]
    [InlineData("net/op", "cover")]
    public void Receivers(string scope, string current) => PeripheryScript.Play($"""
        receive owner x {scope}                      EmptyRevert
        accept {scope}                               EmptyRevert
        router fund net:victims net/op:cover         ok
        receive mallory {current} {scope}            OwnableUnauthorizedAccount
        receive owner {current} {scope}              AlreadySet
        accept {scope}                               NotReady
        receive owner x {scope}                      ok
        pending x {scope}                            = 1
        pendingFrom {scope}                          = 50
        pass 49                                      ok
        accept {scope}                               NotReady
        receives {current} {scope}                   = 1
        pass 1                                       ok
        receives {current} {scope}                   = 1
        isFor x net op                               = 0
        accept {scope}                               ok
        receives x {scope}                           = 1
        pendingFrom {scope}                          = 0
        accept {scope}                               NotReady
        receive owner x {scope}                      AlreadySet
        """);

    [Fact]
    public void A_change_of_a_receiver_is_taken_back_or_replaced() => PeripheryScript.Play("""
        router fund                                  ok
        receive owner a                              ok
        pass 30                                      ok
        receive owner b                              ok
        pendingFrom                                  = 80
        receive owner b                              ok
        pass 10                                      ok
        receive owner fund                           ok
        pendingFrom                                  = 0
        receive owner fund                           AlreadySet
        pass 60                                      ok
        accept                                       NotReady
        receives fund                                = 1
        """);

    // Whoever asks for another change accepts the one that is due.
    [Fact]
    public void A_change_that_is_due_comes_before_the_next() => PeripheryScript.Play("""
        router fund                                  ok
        receive owner a                              ok
        pass 50                                      ok
        receive owner a                              AlreadySet
        receives fund                                = 1
        receive owner fund                           ok
        receives a                                   = 1
        pending fund                                 = 1
        pendingFrom                                  = 100
        """);

    [Fact]
    public void An_operator_s_receiver_can_be_given_up_for_the_network_s() => PeripheryScript.Play("""
        router fund net:victims net/op:cover         ok
        receive owner nobody net/op                  ok
        pass 50                                      ok
        accept net/op                                ok
        isFor victims net op                         = 1
        receive owner nobody net                     ok
        pass 50                                      ok
        accept net                                   ok
        isFor fund net op                            = 1
        """);

    [Fact]
    public void The_delay() => PeripheryScript.Play("""
        delay owner 10                               EmptyRevert
        acceptDelay                                  EmptyRevert
        router fund                                  ok
        delay mallory 281474976710656                EmptyRevert
        delay mallory 50                             OwnableUnauthorizedAccount
        delay owner 50                               AlreadySet
        acceptDelay                                  NotReady
        delay owner 10                               ok
        delay                                        = 50
        pendingDelay                                 = 10
        pass 49                                      ok
        acceptDelay                                  NotReady
        receive owner a                              ok
        pendingFrom                                  = 99
        delay                                        = 50
        pass 1                                       ok
        acceptDelay                                  ok
        delay                                        = 10
        acceptDelay                                  NotReady
        delay owner 20                               ok
        delay owner 10                               ok
        delay owner 10                               AlreadySet
        delay owner 30                               ok
        pass 10                                      ok
        receive owner b                              ok
        delay                                        = 30
        pendingFrom                                  = 90
        acceptDelay                                  NotReady
        """);

    // A time has 48 bits: the longest delay ends nowhere.
    [Fact]
    public void The_longest_delay() => PeripheryScript.Play("""
        router fund                                  ok
        delay owner 281474976710655                  ok
        pass 50                                      ok
        acceptDelay                                  ok
        receive owner a                              Panic(0x11)
        delay owner 5                                Panic(0x11)
        """);

    [Fact]
    public void The_owner() => PeripheryScript.Play("""
        own owner heir                               EmptyRevert
        disown owner                                 EmptyRevert
        router fund                                  ok
        own mallory nobody                           OwnableUnauthorizedAccount
        own owner nobody                             OwnableInvalidOwner
        own owner heir                               ok
        receive owner a                              OwnableUnauthorizedAccount
        receive heir a                               ok
        disown owner                                 OwnableUnauthorizedAccount
        disown heir                                  ok
        delay heir 10                                OwnableUnauthorizedAccount
        pass 50                                      ok
        accept                                       ok
        """);

    [Fact]
    public void Each_scope_logs_its_own_events()
    {
        PeripheryScript script = PeripheryScript.Play("router fund net:victims net/op:cover ok");
        Assert.Equal(
            [
                new GlobalReceiverSet(Of("router"), Of("x")),
                new NetworkReceiverSet(Of("router"), Of("net"), Of("x")),
                new OperatorNetworkReceiverSet(Of("router"), Of("net"), Of("op"), Of("x")),
            ],
            Logged(script, "receive owner x", "receive owner x net", "receive owner x net/op"));
        script.PlayLines("pass 50 ok");
        Assert.Equal(
            [
                new GlobalReceiverAccepted(Of("router")),
                new NetworkReceiverAccepted(Of("router"), Of("net")),
                new OperatorNetworkReceiverAccepted(Of("router"), Of("net"), Of("op")),
            ],
            Logged(script, "accept", "accept net", "accept net/op"));
    }

    private static Event[] Logged(PeripheryScript script, params string[] lines) =>
        [.. lines.SelectMany(line => Assert.IsType<Accepted>(script.Execute(line)).Events)];
}
