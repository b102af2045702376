using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.EtherFi;

public sealed partial class EtherFiCore
{
    /// <summary>What lies outside the pool and is known of, each an account and an asset.</summary>
    public IReadOnlyList<EtherFiHolding> Holdings => _holdings.ToArray(default);

    /// <summary>What one weETH is worth in ether, times 10¹⁸, rounded down.</summary>
    public UInt256 WeEthRate => Pool.Rate.ToAssetsDown(Wad.Scale);

    /// <summary>What stands behind all eETH as the pool counts it, in wei; this is the supply of eETH
    /// too.</summary>
    public UInt256 TotalAssets => Pool.Rate.Assets;

    /// <summary>What all holdings outside are worth now, in wei, with the escrow of the queue: tokens and
    /// ether in the accounts, and what they restake. A stETH counts as an ether.</summary>
    public Int256 ValueOutside()
    {
        var value = Int256.FromUInt256(Withdrawals.Queue.Locked);
        foreach (EtherFiHolding holding in Holdings)
        {
            value += _backings.Amount(holding.Holder, holding.Asset);
            value += Int256.FromUInt256(Ledger.Balance(holding.Asset, holding.Holder));
        }

        return value;
    }

    /// <summary>What the rate does not know yet, in wei: the value outside less the pool's count of it;
    /// below 0 for a loss that no report has brought.</summary>
    public Int256 Unreported() => ValueOutside() - Int256.FromUInt256(Pool.Books.Out);

    /// <summary>How the queue stands.</summary>
    public EtherFiQueueView Queue()
    {
        List<EtherFiWaiting> waiting = [];
        UInt256 amount = UInt256.Zero;
        EtherFiQueue queue = Withdrawals.Queue;
        for (uint id = queue.LastFinalized + 1; id < queue.Next; id++)
        {
            EtherFiRequest request = Withdrawals.Request(id);
            waiting.Add(new EtherFiWaiting(id, request));
            if (request.IsValid) amount += request.Amount;
        }

        UInt256 available = Pool.Books.In;
        return new EtherFiQueueView(
            waiting, amount, available, amount.SaturatingSub(available), queue.Locked);
    }
}

/// <summary>A request that is not finalized.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Request">What was asked for.</param>
public readonly record struct EtherFiWaiting(uint Id, EtherFiRequest Request);

/// <summary>How the queue stands.</summary>
/// <param name="Waiting">The requests that are not finalized, the first first.</param>
/// <param name="Amount">What the valid ones of them asked for, in wei.</param>
/// <param name="Available">Ether that may be used for them, in wei.</param>
/// <param name="Deficit">What is missing, in wei.</param>
/// <param name="Locked">Ether that is kept for requests that are finalized and not claimed, in wei.</param>
public sealed record EtherFiQueueView(
    IReadOnlyList<EtherFiWaiting> Waiting,
    UInt256 Amount,
    UInt256 Available,
    UInt256 Deficit,
    UInt256 Locked);
