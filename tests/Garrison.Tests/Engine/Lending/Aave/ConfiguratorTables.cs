namespace Garrison.Tests.Engine.Lending.Aave;

/// <summary>What the admin sets: every refusal, in the contract's order.</summary>
public sealed class ConfiguratorTables
{
    [Fact]
    public void Listing() => AaveScript.Play("""
        deploy admin                               AlreadyDeployed
        list bob tC 5 50 0 0 0                     CallerNotAssetListingOrPoolAdmin
        list admin tC 5 50 0 0 0                   InvalidDecimals
        list admin tA 18 50 0 0 0                  ReserveAlreadyInitialized
        list admin tC 18 99 0 0 0                  InvalidOptimalUsageRatio
        list admin tC 18 9901 0 2 1                InvalidOptimalUsageRatio
        list admin tC 18 9900 0 2 1                Slope2MustBeGteSlope1
        list admin tC 18 9900 1 50000 50000        InvalidMaxRate
        list admin tC 18 9900 0 50000 50000        ok
        mint tC alice 10                           ok
        supply alice tC 10                         ok
        backs alice                                = 0
        """);

    // 80 % of debt with a bonus of 25 % is all there is.
    [Fact]
    public void Collateral() => AaveScript.Play("""
        collateral bob tX 81 80 1                  CallerNotRiskOrPoolAdmin
        collateral admin tX 8001 8000 12500        InvalidReserveParams
        collateral admin tX 8000 8000 10000        InvalidReserveParams
        collateral admin tX 8000 8000 12501        InvalidReserveParams
        collateral admin tX 0 0 1                  InvalidReserveParams
        collateral admin tX 8000 8000 12500        AssetNotListed
        collateral admin tA 8000 8000 12500        ok
        collateral admin tA 0 0 0                  ok
        supply alice tA 1                          ok
        collateral admin tA 0 0 0                  ReserveLiquidityNotZero
        switch admin Active tA off                 ReserveLiquidityNotZero
        switch admin Frozen tA on                  ok
        collateral admin tA 5000 8000 10500        ok
        pending tA                                 = 5000
        switch admin LtvZero tA off                ReserveFrozen
        switch admin Frozen tA on                  InvalidFreezeState
        switch admin Frozen tA off                 ok
        switch admin LtvZero tA off                ok
        pending tA                                 = 0
        switch admin LtvZero tA on                 ok
        pending tA                                 = 5000
        collateral admin tA 4000 8000 10500        ok
        pending tA                                 = 0
        """);

    [Fact]
    public void Numbers() => AaveScript.Play("""
        factor bob tX 10001                        CallerNotRiskOrPoolAdmin
        factor admin tX 10001                      InvalidReserveFactor
        factor admin tX 10000                      EmptyRevert
        factor admin tA 10000                      ok
        fee bob tX 10001                           CallerNotRiskOrPoolAdmin
        fee admin tX 10001                         InvalidLiquidationProtocolFee
        fee admin tX 10000                         AssetNotListed
        fee admin tA 10000                         ok
        supplyCap bob tX 68719476736               CallerNotRiskOrPoolAdmin
        supplyCap admin tX 68719476736             InvalidSupplyCap
        supplyCap admin tX 68719476735             AssetNotListed
        supplyCap admin tA 68719476735             ok
        borrowCap bob tX 68719476736               CallerNotRiskOrPoolAdmin
        borrowCap admin tX 68719476736             InvalidBorrowCap
        borrowCap admin tX 68719476735             AssetNotListed
        borrowCap admin tA 68719476735             ok
        curve bob tX 99 0 0 0                      CallerNotRiskOrPoolAdmin
        curve admin tX 99 0 0 0                    EmptyRevert
        curve admin tA 99 0 0 0                    InvalidOptimalUsageRatio
        curve admin tA 100 0 2 1                   Slope2MustBeGteSlope1
        curve admin tA 100 1 50000 50000           InvalidMaxRate
        curve admin tA 100 0 50000 50000           ok
        """);

    [Fact]
    public void Switches() => AaveScript.Play("""
        switch bob Active tX on                    CallerNotPoolAdmin
        switch bob Frozen tX on                    CallerNotRiskOrPoolOrEmergencyAdmin
        switch bob LtvZero tX on                   CallerNotRiskOrPoolOrEmergencyAdmin
        switch bob Borrowing tX on                 CallerNotRiskOrPoolAdmin
        switch bob FlashLoans tX on                CallerNotRiskOrPoolAdmin
        switch admin Active tX on                  AssetNotListed
        pause bob tX off 14401                     CallerNotPoolOrEmergencyAdmin
        pause admin tX off 14401                   InvalidGracePeriod
        pause admin tX on 14401                    AssetNotListed
        pause admin tA on 14401                    ok
        endGrace admin tX                          AssetNotListed
        """);

    [Fact]
    public void Categories() => AaveScript.Play("""
        category bob 0 1 1 1                       CallerNotRiskOrPoolAdmin
        category admin 0 9000 9300 10000           InvalidEmodeCategoryParams
        category admin 0 9000 9300 10200           EModeCategoryReserved
        isolate admin 0 on                         EModeCategoryReserved
        in admin 0 Collateral tA on                EModeCategoryReserved
        category admin 1 0 9300 10200              InvalidEmodeCategoryParams
        category admin 1 9301 9300 10200           InvalidEmodeCategoryParams
        category admin 1 9000 9300 10000           InvalidEmodeCategoryParams
        category admin 1 9000 9300 10754           InvalidEmodeCategoryParams
        category admin 1 9000 9300 10753           ok
        isolate bob 1 on                           CallerNotRiskOrPoolOrEmergencyAdmin
        in bob 1 LtvZero tX on                     CallerNotRiskOrPoolOrEmergencyAdmin
        in bob 1 Collateral tX on                  CallerNotRiskOrPoolAdmin
        in admin 1 Collateral tX on                AssetNotListed
        in admin 1 LtvZero tA on                   MustBeEmodeCollateral
        in admin 1 Collateral tA on                ok
        supply alice tA 1e18                       ok
        emode alice 1                              ok
        ltv alice                                  = 9000
        switch admin Frozen tA on                  ok
        ltv alice                                  = 0
        in admin 1 LtvZero tA off                  ReserveFrozen
        in admin 1 Collateral tA on                ReserveFrozen
        switch admin Frozen tA off                 ok
        ltv alice                                  = 0
        in admin 1 LtvZero tA off                  ok
        ltv alice                                  = 9000
        """);
}
