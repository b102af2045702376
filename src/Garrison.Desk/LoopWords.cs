using Garrison.Engine;
using Garrison.Engine.Exchange;
using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Primitives;

namespace Garrison.Desk;

/// <summary>The commands of a loop in words.</summary>
internal static class LoopWords
{
    /// <summary>What a command does, and with how much of which token; the greatest number for
    /// all.</summary>
    public static (string Text, Address Token, UInt256 Amount) Of(Command command, LoopPair pair)
    {
        (Address collateral, Address loan) = (pair.Collateral.Address, pair.Loan.Address);
        return command switch
        {
            SetAaveUserEMode enter => ($"enter category {enter.Number}", default, default),
            FlashLoanFromAave flash => ("borrow for the length of this", flash.Asset, flash.Amount),
            FlashLoanFromMorpho flash => ("borrow for the length of this", flash.Token, flash.Assets),
            SwapInPool swap => (
                $"sell for {(swap.TokenOut == loan ? pair.Loan : pair.Collateral).Symbol}",
                swap.TokenIn,
                swap.Amount),
            SupplyToAave supply => ("supply", supply.Asset, supply.Amount),
            SupplyMorphoCollateral supply => ("supply", collateral, supply.Assets),
            BorrowFromAave borrow => ("borrow", borrow.Asset, borrow.Amount),
            BorrowFromMorpho borrow => ("borrow", loan, borrow.Assets),
            RepayToAave repay => ("repay", repay.Asset, repay.Amount),
            RepayToMorpho { Assets.IsZero: true } => ("repay", loan, UInt256.MaxValue),
            RepayToMorpho repay => ("repay", loan, repay.Assets),
            WithdrawFromAave withdraw => ("withdraw", withdraw.Asset, withdraw.Amount),
            WithdrawMorphoCollateral withdraw => ("withdraw", collateral, withdraw.Assets),
            _ => (command.GetType().Name, default, default),
        };
    }

    /// <summary>What runs inside a flash loan; nothing inside any other command.</summary>
    public static IReadOnlyList<Command> PayloadOf(Command command) => command switch
    {
        FlashLoanFromAave flash => flash.Payload,
        FlashLoanFromMorpho flash => flash.Callback,
        Batch batch => batch.Commands,
        _ => [],
    };
}
