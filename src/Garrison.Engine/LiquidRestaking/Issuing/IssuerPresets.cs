using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Terms that follow issuers that exist, dated to the version that was read.</summary>
public static class IssuerPresets
{
    private const ulong SecondsPerDay = 86_400;

    private static readonly UInt256 _ether = Wad.Scale;

    /// <summary>As pufETH: a live rate, validators at 32 ether, bonds, batches, an instant lane. Read:
    /// <c>PufferVaultV5.sol</c>, <c>PufferWithdrawalManager.sol</c> of 2025.</summary>
    public static IssuerTerms Puffer2025(IssuerAccounts accounts) => new(
        RateSource.Live,
        ExitQueue.Batches,
        Ledger.Ether,
        accounts,
        new IssuerLimits(
            UInt256.MaxValue, (UInt256)10_000_000_000_000_000UL, (UInt256)100UL * _ether, BatchSize: 10),
        new IssuerFees(
            HasInstantLane: true,
            ExitBps: 100,
            TreasuryExitBps: 0,
            TreasuryRewards: Percent(5),
            OperatorRewards: Percent(4),
            DripSeconds: SecondsPerDay),
        default,
        new IssuerBelow((UInt256)32UL * _ether, (UInt256)2UL * _ether, default, default, default));

    /// <summary>As rswETH: a rate pushed by a keeper, which locks everything when it falls, and tokens
    /// burned at the request. Read: <c>RswETH.sol</c>, <c>RswEXIT.sol</c>, <c>RepricingOracle.sol</c> of
    /// 2024.</summary>
    public static IssuerTerms Swell2024(IssuerAccounts accounts) => new(
        RateSource.Stored,
        ExitQueue.BurnedAtRequest,
        Ledger.Ether,
        accounts,
        new IssuerLimits(
            UInt256.MaxValue, (UInt256)5_000_000_000_000_000UL, (UInt256)500UL * _ether, BatchSize: 0),
        new IssuerFees(
            HasInstantLane: false,
            ExitBps: 0,
            TreasuryExitBps: 0,
            TreasuryRewards: Percent(5),
            OperatorRewards: Percent(5),
            DripSeconds: 0),
        new RepriceGuard(
            MinimumSeconds: SecondsPerDay - 7200,
            MaximumChange: Percent(1),
            MaximumSupplyDifference: Percent(1),
            MaximumAgeBlocks: 7200,
            HasReference: true,
            MaximumReferenceDifference: Percent(1),
            LocksDownOnFall: true),
        default);

    /// <summary>As a liquid vault of Mellow: ERC-4626 over one vault of Symbiotic, left through its epochs.
    /// Read: <c>MellowSymbioticVault.sol</c>, <c>SymbioticWithdrawalQueue.sol</c> of 2024.</summary>
    public static IssuerTerms Mellow2024(
        IssuerAccounts accounts, Address asset, Address vault, Address collateral, UInt256 limit) => new(
        RateSource.Vault,
        ExitQueue.Epochs,
        asset,
        accounts,
        new IssuerLimits(limit, default, UInt256.MaxValue, BatchSize: 0),
        default,
        default,
        new IssuerBelow(
            default, default, vault, collateral, collateral.IsZero ? default : UInt256.MaxValue));

    private static UInt256 Percent(ulong hundredths) => (UInt256)(hundredths * 10_000_000_000_000_000UL);
}
