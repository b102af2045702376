using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Kelp;

/// <summary>An asset is accepted.</summary>
/// <param name="Contract">The config.</param>
/// <param name="Asset">Which.</param>
/// <param name="DepositLimit">The most there may be of it.</param>
public sealed record KelpAssetSupported(
    Address Contract, Address Asset, UInt256 DepositLimit) : Event(Contract);

/// <summary>An asset is restaked elsewhere.</summary>
/// <param name="Contract">The config.</param>
/// <param name="Asset">Which.</param>
/// <param name="Strategy">Where.</param>
public sealed record KelpStrategyUpdated(Address Contract, Address Asset, Address Strategy) : Event(Contract);

/// <summary>There may be more or less of an asset.</summary>
/// <param name="Contract">The config.</param>
/// <param name="Asset">Which.</param>
/// <param name="DepositLimit">The most.</param>
public sealed record KelpDepositLimitUpdated(
    Address Contract, Address Asset, UInt256 DepositLimit) : Event(Contract);

/// <summary>Another feed values an asset.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="Asset">Which.</param>
/// <param name="PriceOracle">The feed.</param>
public sealed record KelpPriceOracleUpdated(
    Address Contract, Address Asset, Address PriceOracle) : Event(Contract);

/// <summary>An update may move the price by more or less.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="NewLimit">In whole percent; 0 for any.</param>
public sealed record KelpPriceLimitUpdated(Address Contract, UInt256 NewLimit) : Event(Contract);

/// <summary>The price was updated.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="NewPrice">Ether for one rsETH, times 10¹⁸.</param>
/// <param name="OldPrice">What it was.</param>
public sealed record KelpPriceUpdated(Address Contract, UInt256 NewPrice, UInt256 OldPrice) : Event(Contract);

/// <summary>The treasury got its fee.</summary>
/// <param name="Contract">The oracle.</param>
/// <param name="Treasury">Who.</param>
/// <param name="RsethAmount">How much rsETH.</param>
public sealed record KelpFeeMinted(Address Contract, Address Treasury, UInt256 RsethAmount) : Event(Contract);

/// <summary>Ether was deposited.</summary>
/// <param name="Contract">The deposit pool.</param>
/// <param name="Depositor">Who.</param>
/// <param name="DepositAmount">How much, in wei.</param>
/// <param name="RsethMintAmount">For how much rsETH.</param>
/// <param name="ReferralId">Through whom.</param>
public sealed record KelpEtherDeposited(
    Address Contract, Address Depositor, UInt256 DepositAmount, UInt256 RsethMintAmount, string ReferralId)
    : Event(Contract);

/// <summary>A token was deposited.</summary>
/// <param name="Contract">The deposit pool.</param>
/// <param name="Depositor">Who.</param>
/// <param name="Asset">The token.</param>
/// <param name="DepositAmount">How much of it.</param>
/// <param name="RsethMintAmount">For how much rsETH.</param>
/// <param name="ReferralId">Through whom.</param>
public sealed record KelpAssetDeposited(
    Address Contract,
    Address Depositor,
    Address Asset,
    UInt256 DepositAmount,
    UInt256 RsethMintAmount,
    string ReferralId) : Event(Contract);

/// <summary>Ether took the place of a token in the pool.</summary>
/// <param name="Contract">The deposit pool.</param>
/// <param name="EthAmount">How much ether, in wei.</param>
/// <param name="ToAsset">The token.</param>
/// <param name="ReturnAmount">How much of it left.</param>
public sealed record KelpEtherSwapped(
    Address Contract, UInt256 EthAmount, Address ToAsset, UInt256 ReturnAmount) : Event(Contract);

/// <summary>Ether went from one contract of Kelp to another.</summary>
/// <param name="Contract">Where it was.</param>
/// <param name="To">Where it is.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record KelpEtherSent(Address Contract, Address To, UInt256 Amount) : Event(Contract);

/// <summary>Somebody gave the vault ether.</summary>
/// <param name="Contract">The vault.</param>
/// <param name="Sender">Who.</param>
/// <param name="Amount">How much, in wei.</param>
public sealed record KelpVaultEtherReceived(
    Address Contract, Address Sender, UInt256 Amount) : Event(Contract);

/// <summary>There are more node delegators.</summary>
/// <param name="Contract">The deposit pool.</param>
/// <param name="NodeDelegatorContracts">Which.</param>
public sealed record KelpNodeDelegatorsAdded(
    Address Contract, IReadOnlyList<Address> NodeDelegatorContracts) : Event(Contract);

/// <summary>The least that is accepted changed.</summary>
/// <param name="Contract">The deposit pool.</param>
/// <param name="MinAmountToDeposit">In an asset's smallest unit.</param>
public sealed record KelpMinimumDepositUpdated(
    Address Contract, UInt256 MinAmountToDeposit) : Event(Contract);

/// <summary>The least that can be asked for changed.</summary>
/// <param name="Contract">The withdrawal manager.</param>
/// <param name="Asset">For which asset.</param>
/// <param name="MinRsEthAmountToWithdraw">How much rsETH.</param>
public sealed record KelpMinimumWithdrawalUpdated(
    Address Contract, Address Asset, UInt256 MinRsEthAmountToWithdraw) : Event(Contract);

/// <summary>Requests have to be older or less old.</summary>
/// <param name="Contract">The withdrawal manager.</param>
/// <param name="WithdrawalDelayBlocks">How many blocks.</param>
public sealed record KelpDelayUpdated(Address Contract, UInt256 WithdrawalDelayBlocks) : Event(Contract);

/// <summary>A request was made.</summary>
/// <param name="Contract">The withdrawal manager.</param>
/// <param name="Withdrawer">Who.</param>
/// <param name="Asset">For which asset.</param>
/// <param name="RsETHUnstaked">With how much rsETH.</param>
/// <param name="UserNonce">Its number among those for the asset.</param>
public sealed record KelpWithdrawalQueued(
    Address Contract, Address Withdrawer, Address Asset, UInt256 RsETHUnstaked, ulong UserNonce)
    : Event(Contract);

/// <summary>Who sent somebody to the queue.</summary>
/// <param name="Contract">The withdrawal manager.</param>
/// <param name="ReferralId">Through whom.</param>
public sealed record KelpReferralEmitted(Address Contract, string ReferralId) : Event(Contract);

/// <summary>Requests were unlocked, if only none.</summary>
/// <param name="Contract">The withdrawal manager.</param>
/// <param name="Asset">For which asset.</param>
/// <param name="RsEthAmount">How much rsETH was burned.</param>
/// <param name="AssetAmount">How much was set aside for it.</param>
/// <param name="RsEThPrice">The stored price.</param>
/// <param name="AssetPrice">The asset's price.</param>
public sealed record KelpAssetUnlocked(
    Address Contract,
    Address Asset,
    UInt256 RsEthAmount,
    UInt256 AssetAmount,
    UInt256 RsEThPrice,
    UInt256 AssetPrice) : Event(Contract);

/// <summary>A request was paid.</summary>
/// <param name="Contract">The withdrawal manager.</param>
/// <param name="Withdrawer">To whom.</param>
/// <param name="Asset">In which asset.</param>
/// <param name="AmountBurned">For how much rsETH.</param>
/// <param name="AmountReceived">How much.</param>
public sealed record KelpWithdrawalFinalized(
    Address Contract, Address Withdrawer, Address Asset, UInt256 AmountBurned, UInt256 AmountReceived)
    : Event(Contract);

/// <summary>A contract is paused.</summary>
/// <param name="Contract">Which.</param>
/// <param name="Account">By whom.</param>
public sealed record KelpPaused(Address Contract, Address Account) : Event(Contract);

/// <summary>A contract is paused no more.</summary>
/// <param name="Contract">Which.</param>
/// <param name="Account">By whom.</param>
public sealed record KelpUnpaused(Address Contract, Address Account) : Event(Contract);
