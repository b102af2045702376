using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Vaults;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>Duration vaults: every refusal in the contract's order, and what a cleanup survives.</summary>
public sealed class VaultTables
{
    // One block is 12 seconds, so 600 seconds are 50 blocks.
    private const string Begin = """
        whitelister owner sf                             ok
        vault V A avs/1 600 100 250                      ok
        """;

    [Fact]
    public void Deployment() => Script.Play("""
        pause pauser sf 1                                ok
        vault V A avs/9 0 2 1 ownerless judgeless        CurrentlyPaused
        unpause unpauser sf 0                            ok
        vault V A avs/9 0 2 1 ownerless judgeless        InvalidVaultAdmin
        vault V A avs/9 0 2 1 judgeless                  InvalidArbitrator
        vault V A avs/9 0 2 1                            InvalidDuration
        vault V A avs/9 63072001 2 1                     InvalidDuration
        vault V A avs/9 63072000 2 1 setless             MaxPerDepositExceedsMax
        vault V A avs/9 63072000 2 2 setless             OperatorIntegrationInvalid
        vault V A avs/9 63072000 2 2                     InvalidOperatorSet
        registrar avs RejectRegister                          ok
        vault V A avs/1 63072000 2 2                     RegistrarRejects
        registrar avs Accept                             ok
        vault V A avs/1 63072000 2 2                     OnlyStrategyWhitelister
        whitelister owner sf                             ok
        vault V A avs/1 63072000 2 2                     ok
        vault V A avs/1 63072000 2 2                     StrategyAlreadyExists
        vault W A avs/1 1 2 2                            ok
        """);

    [Theory]
    [InlineData(EigenLayerVersion.V1120, "BlacklistedToken", "UnderlyingTokenBlacklisted")]
    [InlineData(EigenLayerVersion.V1130, "ok", "ok")]
    public void A_blacklist_binds_vaults_before_1_13(
        EigenLayerVersion version, string deployment, string deposit) => Script.Play(
        $"""
        {Begin}
        delegate alice V                                 ok
        blacklist owner tA                               ok
        vault W A avs/1 600 2 2                          {deployment}
        depositVault alice V A 10                        {deposit}
        """,
        version);

    [Fact]
    public void Eigen_gets_no_vault_from_1_13_on() => Script.Play(
        """
        wrapping EIGEN tW                                ok
        vault V EIGEN avs/1 600 2 2                      ProhibitedDurationVaultToken
        """,
        EigenLayerVersion.V1130);

    [Fact]
    public void Deposits() => Script.Play($"""
        {Begin}
        beforeAdd alice V                                OnlyStrategyManager
        depositVault alice V A 10                        MustBeDelegatedToVaultOperator
        delegate alice V                                 ok
        depositVault alice V A 101                       DepositExceedsMaxPerDeposit
        depositVault alice V A 100                       ok
        depositVault alice V A 100                       ok
        depositVault alice V A 51                        BalanceExceedsMaxTotalDeposits
        queue alice V 60                                 ok
        depositVault alice V A 100                       ok
        withdrawable alice V                             = 240
        """);

    [Fact]
    public void The_admin_s_rights() => Script.Play($"""
        {Begin}
        vaultLimits alice V 2 1                          OnlyVaultAdmin
        vaultLimits admin V 2 1                          MaxPerDepositExceedsMax
        limits alice V 2 1                               OnlyUnpauser
        limits unpauser V 2 1                            MaxPerDepositExceedsMax
        vaultApprover alice V bob                        OnlyVaultAdmin
        vaultUri alice V                                 OnlyVaultAdmin
        vaultOperatorUri alice V                         OnlyVaultAdmin
        vaultClaimer alice V bob                         OnlyVaultAdmin
        vaultUri admin V                                 ok
        vaultOperatorUri admin V                         ok
        vaultClaimer admin V bob                         ok
        vaultApprover admin V bob                        ok
        delegate alice V                                 SignatureExpired
        vaultLimits admin V 2 2                          ok
        addStrategies avs avs/1 V                        ok
        lock admin V                                     ok
        vaultLimits admin V 1 2                          DepositsLocked
        limits unpauser V 1 2                            DepositsLocked
        """);

    [Fact]
    public void A_life() => Script.Play($"""
        {Begin}
        delegate alice V                                 ok
        depositVault alice V A 100                       ok
        queue alice V 10                                 ok
        mature V                                         DurationNotElapsed
        advance alice V                                  OnlyArbitrator
        advance judge V                                  VaultNotLocked
        lock alice V                                     OnlyVaultAdmin
        lock admin V                                     StrategyNotSupportedByOperatorSet
        addStrategies avs avs/1 V                        ok
        lock admin V                                     ok
        lock admin V                                     VaultAlreadyLocked
        beforeRemove alice V                             OnlyStrategyManager
        depositVault alice V A 1                         DepositsLocked
        queue alice V 1                                  WithdrawalsLockedDuringAllocations
        undelegate alice alice                           WithdrawalsLockedDuringAllocations
        pass 51                                          ok
        slash avs avs/1 V V 0.5e18                       ok
        withdrawable alice V                             = 45
        advance judge V                                  DurationAlreadyElapsed
        mature V                                         ok
        max V V                                          = 0.5e18
        depositVault alice V A 1                         DepositsLocked
        queue alice V 1                                  ok
        """);

    [Fact]
    public void An_arbitrator_opens_early() => Script.Play($"""
        {Begin}
        addStrategies avs avs/1 V                        ok
        lock admin V                                     ok
        pass 51                                          ok
        advance judge V                                  DurationAlreadyElapsed
        mature V                                         ok
        advance judge V                                  ok
        advance alice V                                  OnlyArbitrator
        """);

    // Nothing of the AllocationManager may keep the deposits locked: the cleanup is tried again later.
    [Fact]
    public void A_cleanup_that_fails_leaves_the_vault_open() => Script.Play($"""
        {Begin}
        addStrategies avs avs/1 V                        ok
        delegate alice V                                 ok
        depositVault alice V A 100                       ok
        lock admin V                                     ok
        pass 52                                          ok
        pause pauser am 5                                ok
        mature V                                         ok
        encumbered V V                                   = 1e18
        queue alice V 100                                ok
        unpause unpauser am 0                            ok
        registrar avs RejectDeregister                   ok
        mature V                                         ok
        pass 31                                          ok
        encumbered V V                                   = 0
        mature V                                         ok
        """);

    // A deallocation that was slashed to nothing keeps its block, yet there is nothing left to give back.
    [Fact]
    public void A_cleanup_of_nothing_succeeds()
    {
        Script script = Script.Play($"""
            {Begin}
            addStrategies avs avs/1 V                    ok
            delegate alice V                             ok
            depositVault alice V A 100                   ok
            lock admin V                                 ok
            pass 52                                      ok
            registrar avs RejectDeregister               ok
            """);
        Assert.Equal((true, false), CleanUp(script));
        Assert.Equal((false, false), CleanUp(script));
        script.PlayLines("slash avs avs/1 V V 1e18       ok");
        Assert.Equal((true, false), CleanUp(script));
    }

    // A lock that still waits is not taken back.
    [Fact]
    public void A_cleanup_leaves_a_waiting_allocation()
    {
        Script script = Script.Play($"""
            {Begin}
            addStrategies avs avs/1 V                    ok
            lock admin V                                 ok
            pass 50                                      ok
            """);
        Assert.Equal((false, true), CleanUp(script));
        script.PlayLines("pass 1                         ok");
        Assert.Equal((true, true), CleanUp(script));
    }

    private static (bool, bool) CleanUp(Script script)
    {
        Accepted accepted = Assert.IsType<Accepted>(script.Execute(script.Read("mature V")!));
        return (
            accepted.Events.OfType<DeallocateAttempted>().Single().Success,
            accepted.Events.OfType<DeregisterAttempted>().Single().Success);
    }

    [Fact]
    public void What_is_no_vault_has_no_life() => Script.Play("""
        lock admin A                                     there_is_no_duration_vault_at_this_address
        mature A                                         there_is_no_duration_vault_at_this_address
        advance admin A                                  there_is_no_duration_vault_at_this_address
        vaultUri admin A                                 there_is_no_duration_vault_at_this_address
        """);
}
