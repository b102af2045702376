namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>How each kind of delegator shares stake out: every refusal, in the contract's order.</summary>
public sealed class DelegatorTables
{
    private const string Serve = """
        optIn vault op V                           ok
        optIn network op net                       ok
        optIn vault rival V                        ok
        optIn network rival net                    ok
        """;

    [Fact]
    public void Limits() => SymbioticScript.Play("""
        take net V 0 5                             EmptyRevert
        vault V network none                       ok
        take alice V 79228162514264337593543950336 0  EmptyRevert
        take alice V 0 0                           NotNetwork
        take net V 0 0                             AlreadySet
        take net V 79228162514264337593543950335 7 ok
        give curator V net/79228162514264337593543950335 7  ok
        give alice V net/0 5                       AccessControlUnauthorizedAccount
        give curator V net/0 5                     ExceedsMaxNetworkLimit
        give curator V net/0 0                     AlreadySet
        take net V 0 600                           ok
        take net V 0 600                           AlreadySet
        give curator V net/0 601                   ExceedsMaxNetworkLimit
        give curator V net/0 600                   ok
        give curator V net/0 600                   AlreadySet
        take net V 0 700                           ok
        given V net/0                              = 600
        take net V 0 100                           ok
        given V net/0                              = 100
        take net V 0 500                           ok
        given V net/0                              = 100
        hook alice V nobody                        AccessControlUnauthorizedAccount
        hook curator V nobody                      AlreadySet
        hook curator V alice                       ok
        """);

    // 600 of 1,000 are given; op has 1 of 3 shares. Who does not serve both the vault and the network has
    // none.
    [Fact]
    public void Shares_in_a_network() => SymbioticScript.Play("""
        vault V network none                       ok
        deposit alice V 1000                       ok
        take net V 0 600                           ok
        give curator V net/0 600                   ok
        entrust curator V net/0 op 1               EmptyRevert
        shares alice V net/0 op 0                  AccessControlUnauthorizedAccount
        shares curator V net/0 op 0                AlreadySet
        shares curator V net/0 op 1                ok
        shares curator V net/0 rival 2             ok
        stake V net/0 op                           = 0
        optIn vault op V                           ok
        stake V net/0 op                           = 0
        optIn network op net                       ok
        stake V net/0 op                           = 200
        stake V net/0 rival                        = 0
        stake V net/1 op                           = 0
        take net V 0 100                           ok
        stake V net/0 op                           = 33
        shares curator V net/0 rival 0             ok
        stake V net/0 op                           = 100
        stake V net/0 op                           = 100
        shares curator V net/0 op 1e77             ok
        shares curator V net/0 rival 1e77          Panic(0x11)
        """);

    [Fact]
    public void Stake_at_a_second_is_of_that_second() => SymbioticScript.Play($"""
        vault V network none                       ok
        {Serve}
        take net V 0 600                           ok
        give curator V net/0 600                   ok
        shares curator V net/0 op 1                ok
        deposit alice V 1000                       ok
        to 5                                       ok
        shares curator V net/0 rival 1             ok
        to 6                                       ok
        withdraw alice V 900                       ok
        to 7                                       ok
        optOut network op net                      ok
        to 8                                       ok
        optIn network op net                       ok
        optOut vault op V                          ok
        to 9                                       ok
        optIn vault op V                           ok
        take net V 0 0                             ok
        stakeAt V net/0 op 4                       = 600
        stakeAt V net/0 op 5                       = 300
        stakeAt V net/0 op 6                       = 50
        stakeAt V net/0 op 7                       = 0
        stakeAt V net/0 op 8                       = 0
        stakeAt V net/0 op 9                       = 0
        stakeAt V net/0 rival 4                    = 0
        stakeAt V net/0 rival 8                    = 50
        """);

    [Fact]
    public void The_same_stake_for_every_operator() => SymbioticScript.Play($"""
        vault V full none                          ok
        {Serve}
        take net V 0 600                           ok
        give curator V net/0 600                   ok
        shares curator V net/0 op 1                EmptyRevert
        entrust alice V net/0 op 0                 AccessControlUnauthorizedAccount
        entrust curator V net/0 op 0               AlreadySet
        entrust curator V net/0 op 700             ok
        entrust curator V net/0 rival 500          ok
        stake V net/0 op                           = 0
        deposit alice V 550                        ok
        stake V net/0 op                           = 550
        stake V net/0 rival                        = 500
        deposit alice V 450                        ok
        stake V net/0 op                           = 600
        take net V 0 300                           ok
        stake V net/0 rival                        = 300
        """);

    [Fact]
    public void One_operator() => SymbioticScript.Play($"""
        vault V operator none                      ok
        {Serve}
        take net V 0 600                           ok
        give curator V net/0 600                   ok
        shares curator V net/0 op 1                EmptyRevert
        entrust curator V net/0 op 1               EmptyRevert
        deposit alice V 1000                       ok
        stake V net/0 op                           = 600
        stake V net/0 rival                        = 0
        take net V 0 599                           ok
        stake V net/0 op                           = 599
        """);

    [Fact]
    public void One_operator_and_network() => SymbioticScript.Play($"""
        vault V pinned none                        ok
        {Serve}
        deposit alice V 1000                       ok
        take alice V 0 5                           NotNetwork
        take other V 0 0                           AlreadySet
        take other V 0 5                           InvalidNetwork
        take net V 0 500                           ok
        give curator V net/0 5                     EmptyRevert
        shares curator V net/0 op 5                EmptyRevert
        entrust curator V net/0 op 5               EmptyRevert
        stake V net/0 op                           = 500
        stake V net/0 rival                        = 0
        stake V net/1 op                           = 0
        to 5                                       ok
        take net V 0 50                            ok
        to 6                                       ok
        take net V 0 2000                          ok
        stakeAt V net/0 op 4                       = 500
        stakeAt V net/0 op 5                       = 50
        stake V net/0 op                           = 1000
        """);
}
