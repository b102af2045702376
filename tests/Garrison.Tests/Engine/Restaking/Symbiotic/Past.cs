using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.Symbiotic.Market;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What the historical views said of seconds when they were over: they must say so for
/// ever.</summary>
internal sealed class Past(World world)
{
    private readonly List<(ulong Second, object[] Views)> _seen = [];

    /// <summary>Writes down what is said of a second that is over.</summary>
    public void Remember(ulong second) => _seen.Add((second, [.. Views(second)]));

    /// <summary>The first second of which something else is said, or null.</summary>
    public string? Fault() => _seen.Where(seen => !Views(seen.Second).SequenceEqual(seen.Views))
        .Select(static seen => $"the views changed of {seen.Second}").FirstOrDefault();

    private IEnumerable<object> Views(ulong second)
    {
        SymbioticCore core = world.Symbiotic;
        foreach (Address vault in Market.Vaults)
        {
            yield return core.Vaults.ActiveStakeAt(vault, second);
            yield return core.Vaults.ActiveSharesAt(vault, second);
            foreach (Address who in Stakers)
            {
                yield return core.Vaults.ActiveSharesOfAt(vault, who, second);
                yield return core.Vaults.ActiveBalanceOfAt(vault, who, second);
            }

            foreach (Subnetwork subnetwork in Subnetworks)
            {
                yield return core.Slashers.ResolverAt(vault, subnetwork, second);
                foreach (Address who in Operators)
                {
                    yield return core.Delegators.StakeAt(vault, subnetwork, who, second);
                    yield return core.VaultOptIns.IsOptedInAt(who, vault, second);
                    yield return core.NetworkOptIns.IsOptedInAt(who, subnetwork.Network, second);
                }
            }
        }
    }
}
