using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic.V2;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic.V2;

/// <summary>What came into vault V, its queue and its adapters, and what left them, by what was said of
/// it.</summary>
internal sealed class VaultV2Books
{
    /// <summary>All assets that came in.</summary>
    public UInt256 In { get; private set; }

    /// <summary>All assets that left.</summary>
    public UInt256 Out { get; private set; }

    /// <summary>What the network took or freed with a command.</summary>
    public static UInt256 TakenByNetwork(Accepted accepted) => Sum(accepted, static fact => fact switch
    {
        AppAdapterSlashed slashed => slashed.Amount,
        AppAdapterReleased released => released.Amount,
        _ => UInt256.Zero,
    });

    /// <summary>Counts an accepted command: outside facts by their words, all else by its events.</summary>
    public void Enter(string[] words, Accepted accepted)
    {
        In += words switch
        {
            ["pay", _, _, var amount] => Number(amount),
            ["reward" or "interest", _, _, var amount] => Number(amount),
            ["settle", .., var assets] => Number(assets),
            _ => Sum(accepted, static fact => fact is VaultV2Deposited come ? come.Assets : UInt256.Zero),
        };
        Out += words is ["loss", _, var loss] ? Number(loss) : Sum(accepted, Leaving);
    }

    private static UInt256 Leaving(Event fact) => fact switch
    {
        VaultV2Withdrawn left when left.Receiver != Of("wqV") => left.Assets,
        RedemptionClaimed claimed => claimed.Assets,
        AppAdapterSlashed slashed => slashed.Amount,
        LaneSwapped swapped => swapped.Swap.AmountOut,
        _ => UInt256.Zero,
    };

    private static UInt256 Sum(Accepted accepted, Func<Event, UInt256> amount) =>
        accepted.Events.Aggregate(UInt256.Zero, (sum, fact) => sum + amount(fact));
}
