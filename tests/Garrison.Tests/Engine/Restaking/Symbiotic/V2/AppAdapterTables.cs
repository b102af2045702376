namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>Slashable adapters: guarantees, slashes, releases and rewards.</summary>
public sealed class AppAdapterTables
{
    private const string NoAdapter = "there_is_no_adapter_of_this_kind_at_this_address";

    private const string Staked = """
        add cur V A                         ok
        limits cur V A 1000 1e18            ok
        route cur V A                       ok
        deposit alice V 1000                ok
        """;

    [Fact]
    public void Deployment() => VaultV2Script.Play("""
        app A X nobody 0 nobody netless     AlreadyDeployed
        app C X nobody 0 nobody netless     InvalidVault
        app C V op 0 nobody netless         InvalidNetOrOp
        app C V nobody 0 nobody             InvalidNetOrOp
        app C V op 0 nobody                 InvalidDuration
        app C V op 1 nobody                 NoBurner
        app C V op 1 burner                 ok
        yield Y X nobody                    AlreadyDeployed
        yield Z X nobody                    InvalidVault
        yield Z V nobody                    InvalidAddress
        yield Z V market2                   ok
        lane L X nobody                     AlreadyDeployed
        lane M X nobody                     InvalidVault
        lane M V nobody                     InvalidAddress
        lane M V cur                        ok
        """);

    [Fact]
    public void Refusals() => VaultV2Script.Play($"""
        {Staked}
        slash mid X 1                       {NoAdapter}
        slash alice A 0                     NotNetworkMiddleware
        slash net A 1                       NotNetworkMiddleware
        slash mid A 0                       InsufficientSlash
        slash mid A 2000                    ok
        slashable A                         = 0
        balance burner tT                   = 1000
        slash mid A 1                       InsufficientSlash
        release mid X 1                     {NoAdapter}
        release alice A 1                   NotNetworkOrMiddleware
        release net A 1                     ok
        reward alice X 1                    {NoAdapter}
        reward dave A 1                     ERC20:_transfer_amount_exceeds_balance
        """);

    // Asked at second 0, free at second 100. From second 1 on the last second of the guarantee is the 100th.
    [Fact]
    public void A_stake_is_guaranteed_for_the_duration() => VaultV2Script.Play($"""
        {Staked}
        stake A                             = 1000
        request alice V 400                 ok
        stake A                             = 1000
        pass 1                              ok
        stake A                             = 600
        slashable A                         = 1000
        pass 98                             ok
        slashable A                         = 1000
        sweep V                             ok
        filled V                            = 0
        pass 1                              ok
        slashable A                         = 600
        withdrawable V                      = 400
        sweep V                             ok
        claimable V 0                       = 400
        holds A                             = 600
        stake A                             = 600
        stakeAt A 100                       = 1000
        stakeAt A 99                        = 600
        """);

    // 750 are left for 1000 shares. The debt of 400 comes due though those who wait get ⌊400·751/1001⌋ = 300
    // by then: the 100 above are free, and the limit keeps them from coming back.
    [Fact]
    public void A_slash_takes_from_those_who_wait_too() => VaultV2Script.Play($"""
        {Staked}
        request alice V 400                 ok
        pass 50                             ok
        slash mid A 250                     ok
        absolute A                          = 750
        slashable A                         = 750
        pending V                           = 300
        pass 50                             ok
        slashable A                         = 350
        sweep V                             ok
        claimable V 0                       = 300
        free V                              = 100
        holds A                             = 350
        slashable A                         = 350
        allocate cur V A 100                ok
        holds A                             = 450
        stake A                             = 450
        """);

    [Fact]
    public void What_was_slashed_is_not_allocated_again() => VaultV2Script.Play($"""
        {Staked}
        slash mid A 250                     ok
        deposit bob V 500                   ok
        holds A                             = 750
        free V                              = 500
        limits cur V A 800 1e18             ok
        allocate cur V A 500                ok
        holds A                             = 800
        slashable A                         = 800
        """);

    // A request that others paid for is taken back, and the guarantee with it is whole again.
    [Fact]
    public void A_request_that_is_paid_for_is_taken_back() => VaultV2Script.Play($"""
        {Staked}
        request alice V 400                 ok
        pass 1                              ok
        stake A                             = 600
        deposit bob V 300                   ok
        stake A                             = 600
        deposit bob V 100                   ok
        pendingShares V                     = 0
        stake A                             = 1000
        pass 100                            ok
        slashable A                         = 1000
        """);

    // A request only grows, until it is taken back: 400 of the first second and 500 of the eleventh.
    [Fact]
    public void Debts_grow() => VaultV2Script.Play($"""
        {Staked}
        request alice V 400                 ok
        pass 10                             ok
        request alice V 100                 ok
        pass 90                             ok
        slashable A                         = 600
        sweep V                             ok
        filled V                            = 400
        holds A                             = 600
        pass 10                             ok
        slashable A                         = 500
        sweep V                             ok
        filled V                            = 500
        """);

    // The limit fell with the forced request: the one for alice, paid by bob, does not clear its debt.
    [Fact]
    public void A_forced_request_outlasts_others() => VaultV2Script.Play($"""
        {Staked}
        force cur V A 400                   ok
        request alice V 300                 ok
        deposit bob V 300                   ok
        pendingShares V                     = 0
        pass 100                            ok
        slashable A                         = 600
        """);

    [Fact]
    public void A_release_frees_stake_at_once() => VaultV2Script.Play($"""
        {Staked}
        release net A 400                   ok
        slashable A                         = 600
        stake A                             = 600
        absolute A                          = 600
        withdrawable V                      = 400
        release mid A 5000                  ok
        slashable A                         = 0
        absolute A                          = 0
        withdraw alice V 1000               ok
        """);

    // A reward cannot be slashed, and is the vault's when somebody sweeps.
    [Fact]
    public void A_reward_is_interest() => VaultV2Script.Play($"""
        {Staked}
        reward payer A 100                  ok
        total V                             = 1100
        slashable A                         = 1000
        sweep V                             ok
        free V                              = 100
        holds A                             = 1000
        reward payer A 7 tI                 ok
        total V                             = 1100
        """);

    [Fact]
    public void Another_middleware_slashes() => VaultV2Script.Play($"""
        {Staked}
        middleware net carol                ok
        slash mid A 1                       NotNetworkMiddleware
        slash carol A 1                     ok
        """);
}
