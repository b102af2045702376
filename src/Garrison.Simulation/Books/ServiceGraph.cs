namespace Garrison.Simulation.Books;

/// <summary>Completes who serves whom from how many each serves and how many serve each.</summary>
/// <remarks>
/// The largest service takes the operators with the most services left, ties in order of index, then the
/// next one. If any assignment has these counts, this finds one (Gale, "A theorem on flows in networks",
/// 1957; Ryser, "Combinatorial properties of matrices of zeros and ones", 1957).
/// </remarks>
public static class ServiceGraph
{
    /// <summary>For each service the indices of its operators, ascending.</summary>
    /// <param name="servicesPerOperator">How many services each operator serves.</param>
    /// <param name="operatorsPerService">How many operators each service has, in descending order.</param>
    /// <exception cref="BookException">The counts do not fit together.</exception>
    public static IReadOnlyList<IReadOnlyList<int>> Complete(
        IReadOnlyList<int> servicesPerOperator, IReadOnlyList<int> operatorsPerService)
    {
        int[] left = [.. servicesPerOperator];
        List<IReadOnlyList<int>> services = [];
        foreach (int count in operatorsPerService)
        {
            int[] chosen = [.. Enumerable.Range(0, left.Length)
                .Where(index => left[index] > 0)
                .OrderByDescending(index => left[index])
                .ThenBy(static index => index)
                .Take(count)
                .Order()];
            if (chosen.Length < count)
            {
                throw new BookException($"only {chosen.Length} operators are left for a service of {count}");
            }

            foreach (int index in chosen)
            {
                left[index]--;
            }

            services.Add(chosen);
        }

        return left.All(static rest => rest == 0)
            ? services
            : throw new BookException($"{left.Sum()} places of operators are left without a service");
    }

    /// <summary>Sizes of the services that are known, and of as many others as the counts ask for.</summary>
    /// <remarks>Each of the others is as large as the smallest known one, and the last takes the
    /// rest.</remarks>
    public static IReadOnlyList<int> Sizes(
        IReadOnlyList<int> servicesPerOperator, IReadOnlyList<int> knownSizes)
    {
        int smallest = knownSizes.Min();
        int left = servicesPerOperator.Sum() - knownSizes.Sum();
        List<int> sizes = [.. knownSizes];
        for (; left > 0; left -= smallest)
        {
            sizes.Add(Math.Min(smallest, left));
        }

        return sizes;
    }
}
