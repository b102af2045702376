using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Primitives;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>Asks services every day which strategies they list for their operators.</summary>
/// <remarks>Services of the directory are taken to list every strategy in which an operator has
/// shares.</remarks>
/// <param name="reader">Who is told.</param>
internal sealed class ServiceListings(ReceiptReader reader)
{
    private readonly List<OperatorAvsRegistrationStatusUpdated> _registered = [];
    private readonly SortedSet<Address> _strategies = [];
    private int _lastDay = int.MinValue;

    /// <summary>Observes new registrations at once, and all others on each day that began.</summary>
    public void Observe(World world, Accepted receipt, bool isClockMoved)
    {
        foreach (Event fact in receipt.Events)
        {
            if (fact is Engine.Restaking.EigenLayer.OperatorSharesIncreased more)
            {
                _ = _strategies.Add(more.Strategy);
            }
            else if (fact is OperatorAvsRegistrationStatusUpdated change)
            {
                _ = _registered.RemoveAll(one => one.Operator == change.Operator && one.Avs == change.Avs);
                if (change.Status != AvsRegistrationStatus.Registered) continue;

                _registered.Add(change);
                Observe(world, change, (long)world.Clock.Seconds);
            }
        }

        if (isClockMoved) ObserveDays(world);
    }

    private void ObserveDays(World world)
    {
        int today = Days.Of((long)world.Clock.Seconds);
        for (int day = Math.Max(_lastDay + 1, _registered.Count == 0 ? today : 0); day <= today; day++)
        {
            foreach (OperatorAvsRegistrationStatusUpdated one in _registered)
            {
                Observe(world, one, (long)day * Days.Seconds);
            }
        }

        _lastDay = today;
    }

    private void Observe(World world, OperatorAvsRegistrationStatusUpdated one, long seconds)
    {
        foreach (Address strategy in _strategies)
        {
            if (!world.EigenLayer.Delegation.OperatorShares(one.Operator, strategy).IsZero)
            {
                reader.Observe(seconds, one.Operator, one.Avs, strategy);
            }
        }
    }
}
