using Garrison.Engine;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Primitives;

namespace Garrison.Conformance.Kelp;

/// <summary>Calls of those who have no right to them.</summary>
internal static class KelpOutsiders
{
    /// <summary>The command that a call stands for; null when it is not known.</summary>
    public static Command? ToCommand(string name, Address from, KelpArguments args, Labels labels) =>
        OfContracts(name, from, args) ?? OfOperator(name, from, args, labels) ?? OfSetting(name, from, args);

    private static Command? OfContracts(string name, Address from, KelpArguments args) => name switch
    {
        "addSharesUnstaking" => new AddKelpSharesUnstaking(from, args.Account(0), args.Wei(1)),
        "reduceSharesUnstaking" => new ReduceKelpSharesUnstaking(from, args.Account(0), args.Wei(1)),
        "redeem" => new RedeemFromKelpVault(from, args.Account(0), args.Wei(1)),
        "mint" => new MintKelpToken(from, args.Account(0), args.Wei(1)),
        "burnFrom" => new BurnKelpToken(from, args.Account(0), args.Wei(1)),
        _ => null,
    };

    private static Command? OfOperator(string name, Address from, KelpArguments args, Labels labels) =>
        name switch
        {
            "transferAssetToNodeDelegator" => new SendKelpAssetToDelegator(
                from, labels["depositPool"], args.Wei(0), args.Account(1), args.Wei(2)),
            "transferETHToNodeDelegator" => new SendKelpEtherToDelegator(
                from, labels["depositPool"], args.Wei(0), args.Wei(1)),
            "transferAssetToLRTUnstakingVault" => new SendKelpAssetToVault(
                from, args.Account(0), args.Wei(1)),
            "transferETHToLRTUnstakingVault" => new SendKelpEtherToVault(from, args.Wei(0)),
            "swapETHForAssetWithinDepositPool" => new SwapEtherForKelpAsset(
                from, args.Account(0), UInt256.Zero, args.Wei(1)),
            "unlockQueue" => new UnlockKelpQueue(
                from,
                args.Account(0),
                args.Wei(1),
                new KelpPriceBounds(args.Wei(2), args.Wei(3), args.Wei(4), args.Wei(5))),
            _ => null,
        };

    private static Command? OfSetting(string name, Address from, KelpArguments args) => name switch
    {
        "addNewSupportedAsset" => new SupportKelpAsset(from, args.Account(0), args.Wei(1)),
        "updateAssetStrategy" => new SetKelpStrategy(from, args.Account(0), args.Account(1)),
        "updateAssetDepositLimit" => new SetKelpDepositLimit(from, args.Account(0), args.Wei(1)),
        "updatePriceOracleFor" => new SetKelpPriceOracle(from, args.Account(0), args.Account(1), false),
        "updatePriceOracleForValidated" => new SetKelpPriceOracle(
            from, args.Account(0), args.Account(1), true),
        "setPricePercentageLimit" => new SetKelpPriceLimit(from, args.Wei(0)),
        "setProtocolFeeBps" => new SetKelpProtocolFee(from, args.Wei(0)),
        "setWithdrawalDelayBlocks" => new SetKelpWithdrawalDelay(from, args.Wei(0)),
        "setMinRsEthAmountToWithdraw" => new SetKelpMinimumWithdrawal(from, args.Account(0), args.Wei(1)),
        "setMinAmountToDeposit" => new SetKelpMinimumDeposit(from, args.Wei(0)),
        "pause" => new SetKelpPaused(from, args.Account("contract"), true),
        "unpause" => new SetKelpPaused(from, args.Account("contract"), false),
        _ => null,
    };
}
