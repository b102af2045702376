using Garrison.Primitives;
using Garrison.Risk.RewardsDesk;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.Allocation;

/// <summary>What stake with operators earned of services, by playing a book's rewards forward.</summary>
/// <remarks>
/// The daily calculation says what the stakers of an operator earned from each payer, after the operator's
/// split. As a part of the ether delegated to it, of a year, that is taken for what a unit behind the
/// service's set will earn. What payers that are no service pay, it earns wherever it is allocated.
/// Rewards for which no ether counts, such as those on EIGEN, are left out.
/// </remarks>
public sealed class BookEstimates
{
    private readonly Dictionary<(Address Operator, Address Payer), UInt256> _earned = [];
    private readonly Dictionary<Address, UInt256> _ether = [];
    private readonly HashSet<Address> _services;
    private readonly int _days;

    /// <summary>Plays some days forward.</summary>
    /// <param name="book">The book; of EigenLayer.</param>
    /// <param name="operators">Whose stakers are watched.</param>
    /// <param name="prices">What a unit of a token that stands for no ether is worth, in 10⁻¹⁸ ether, by
    /// symbol; those that have no price count for nothing.</param>
    /// <param name="days">How many days; above 0.</param>
    public BookEstimates(
        Book book,
        IReadOnlyList<BookOperator> operators,
        IReadOnlyDictionary<string, Wad> prices,
        int days)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        _days = days;
        _services = [.. book.Services.Select(static one => one.Set.Avs)];
        foreach (BookOperator one in operators) _ether[one.Address] = EtherOf(book, one);

        if (book.Programmes.Count == 0) return;

        HashSet<Address> watched = [.. operators.Select(static one => one.Cohort)];
        var projection = RewardsProjection.Open(book, watched.Contains);
        projection.RunTo(projection.LastDay + days);
        Dictionary<Address, Wad> worth = [];
        foreach (BookToken token in book.Programmes.Select(static one => one.Token))
        {
            worth[token.Address] = token.IsEther ? Wad.One : prices.GetValueOrDefault(token.Symbol);
        }

        HashSet<Address> ether = EtherOf(book);
        foreach (RewardRow row in projection.Rows.Where(row =>
            row.IsCounted && row.Reward.Strategies.Any(one => ether.Contains(one.Strategy))))
        {
            (Address, Address) key = (row.Operator, row.Reward.Set.Avs);
            _earned[key] = _earned.GetValueOrDefault(key)
                + worth.GetValueOrDefault(row.Reward.Token).MulDown(row.Amount);
        }
    }

    /// <summary>What a unit behind a service's set earns in a year, rounded down.</summary>
    public Wad Of(BookOperator @operator, BookService service) => Rate(
        @operator, _earned.GetValueOrDefault((@operator.Address, service.Set.Avs)));

    /// <summary>What a unit delegated to an operator earns in a year wherever it is allocated, rounded
    /// down.</summary>
    public Wad OfDelegation(BookOperator @operator) => Rate(
        @operator,
        _earned.Where(one => one.Key.Operator == @operator.Address && !_services.Contains(one.Key.Payer))
            .Select(static one => one.Value).Sum());

    /// <summary>What is delegated to an operator in tokens of ether, each as one ether.</summary>
    public static UInt256 EtherOf(Book book, BookOperator @operator)
    {
        HashSet<Address> ether = EtherOf(book);
        return @operator.Shares.Where(one => ether.Contains(one.Strategy)).Sum(static one => one.Amount);
    }

    private static HashSet<Address> EtherOf(Book book) =>
        [.. book.Strategies.Where(static one => one.IsEther).Select(static one => one.Address)];

    private Wad Rate(BookOperator @operator, UInt256 earned)
    {
        UInt256 ether = _ether[@operator.Address];
        const ulong DaysOfYear = 365;
        return ether.IsZero
            ? default
            : Wad.RatioDown(earned * DaysOfYear, ether * (ulong)_days);
    }
}
