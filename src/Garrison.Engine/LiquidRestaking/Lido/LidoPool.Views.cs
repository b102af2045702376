using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Lido;

/// <content>What the pool is worth.</content>
public sealed partial class LidoPool
{
    /// <summary>Ether in hand, the validators at the last report, and deposits.</summary>
    public LidoAccounts Accounts => _accounts.Value;

    /// <summary>The supply of stETH, in wei: all ether behind it.</summary>
    public UInt256 TotalEther => _lido.Ledger.Supply(Token);

    /// <summary>All shares.</summary>
    public UInt256 TotalShares => _lido.Ledger.TotalShares(Token);

    /// <summary>Ether per share, times 10²⁷, rounded down; 0 without shares.</summary>
    public UInt256 RateDown => TotalShares.IsZero
        ? UInt256.Zero
        : UInt256.MulDivDown(TotalEther, LidoQueue.RatePrecision, TotalShares);

    /// <summary>Deposits that no report has seen, in wei.</summary>
    public UInt256 TransientEther => DepositSize * (Accounts.Deposited - Accounts.Validators);

    /// <summary>Ether in hand that no waiting request needs, in wei.</summary>
    public UInt256 DepositableEther => Accounts.Buffered.SaturatingSub(_lido.Queue.UnfinalizedEther);
}
