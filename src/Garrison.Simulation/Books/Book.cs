using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>A market to start from: a world, the names in it, and what of it is assumed.</summary>
/// <param name="Name">Its folder under <c>books/</c>.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Sources">Where its data come from.</param>
/// <param name="Assumptions">What was assumed where the data say nothing.</param>
/// <param name="Operators">Its operators, in order of address.</param>
/// <param name="Strategies">Its strategies, in order of address.</param>
/// <param name="Services">Its services, the largest first.</param>
/// <param name="Programmes">The rewards that are paid in it; assumed.</param>
/// <param name="Commands">What was executed to build its world: the book as a journal.</param>
/// <param name="World">The world, as the commands leave it. Fork it; don't change it.</param>
public sealed record Book(
    string Name,
    string Title,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Assumptions,
    IReadOnlyList<BookOperator> Operators,
    IReadOnlyList<BookStrategy> Strategies,
    IReadOnlyList<BookService> Services,
    IReadOnlyList<BookProgramme> Programmes,
    IReadOnlyList<Command> Commands,
    World World) : IBook
{
    /// <summary>Whose rules hold in it.</summary>
    public RestakingProtocol Protocol { get; init; } = RestakingProtocol.EigenLayer;

    /// <summary>Its vaults, in the order in which they were made; none unless it is one of
    /// Symbiotic.</summary>
    public IReadOnlyList<BookVault> Vaults { get; init; } = [];
}

/// <summary>Whose rules hold in a book.</summary>
public enum RestakingProtocol
{
    /// <summary>Shares are delegated to operators, who put magnitudes behind operator sets.</summary>
    EigenLayer,

    /// <summary>Vaults share stake out among networks and operators by limits.</summary>
    Symbiotic,
}

/// <summary>A vault of a book, which holds what is delegated to one operator in one strategy.</summary>
/// <param name="Address">Which one; an assumed address.</param>
/// <param name="Operator">Whose stake it is.</param>
/// <param name="Strategy">What it stands for.</param>
/// <param name="Collateral">What is deposited; an assumed address.</param>
public sealed record BookVault(Address Address, Address Operator, Address Strategy, Address Collateral);

/// <summary>An operator of a book.</summary>
/// <param name="Address">Who.</param>
/// <param name="Name">What it calls itself; empty for none.</param>
/// <param name="Stakers">How many delegate to it, really.</param>
/// <param name="ServiceCount">How many services it serves, really.</param>
/// <param name="Cohort">The one holder that stands for its stakers; an assumed address.</param>
/// <param name="Shares">What is delegated to it, in the smallest unit of each strategy.</param>
public sealed record BookOperator(
    Address Address,
    string Name,
    int Stakers,
    int ServiceCount,
    Address Cohort,
    IReadOnlyList<BookShares> Shares)
{
    /// <summary>Its name, or its address when it has none.</summary>
    public string Label => Name.Length == 0 ? Address.ToString() : Name;
}

/// <summary>Shares in a strategy.</summary>
/// <param name="Strategy">Which one.</param>
/// <param name="Amount">How many, in its smallest unit.</param>
public sealed record BookShares(Address Strategy, UInt256 Amount);

/// <summary>A strategy of a book.</summary>
/// <param name="Address">Which one.</param>
/// <param name="Symbol">The symbol of its token; the start of its address when that is not known.</param>
/// <param name="Token">Its token; an assumed address, zero for beacon chain ether.</param>
public sealed record BookStrategy(Address Address, string Symbol, Address Token)
{
    /// <summary>Whether the token stands for ether: all but EIGEN and the unnamed ones.</summary>
    public bool IsEther => Symbol != "EIGEN" && !Symbol.StartsWith("0x", StringComparison.Ordinal);
}

/// <summary>A service of a book, with the one operator set it is taken to have.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Set">Its set.</param>
/// <param name="IsKnown">Whether it exists; else it was made up to fill the counts.</param>
/// <param name="Operators">Who serves it; assumed.</param>
public sealed record BookService(
    string Name, OperatorSet Set, bool IsKnown, IReadOnlyList<Address> Operators)
{
    /// <summary>The subnetwork that it has on Symbiotic: the same service, with the set's number.</summary>
    public Subnetwork Subnetwork => Subnetwork.Of(Set.Avs, Set.Id);
}

/// <summary>A book that cannot be loaded.</summary>
/// <param name="message">What is wrong, and where.</param>
public sealed class BookException(string message) : Exception(message);
