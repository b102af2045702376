using Garrison.Primitives;
using Garrison.Risk.Markets;
using Garrison.Simulation.Books;

namespace Garrison.Desk;

/// <summary>What is in a book of markets, found by what people call it.</summary>
internal static class MarketNames
{
    /// <summary>The pool of a name, a part of one, or an address.</summary>
    public static MarketPool Pool(MarketBook book, string text) => Find(
        book.Pools, static pool => pool.Name, static pool => pool.Address, text, $"pool of {book.Name}");

    /// <summary>The lending market of a name or a part of one.</summary>
    public static LoanMarket Market(MarketBook book, string text) => Find(
        LoanMarket.Of(book, book.World),
        static market => market.Name,
        static market => market.Market is AaveBookMarket aave ? aave.Address : Address.Zero,
        text,
        $"lending market of {book.Name}");

    /// <summary>The token of a symbol or an address.</summary>
    public static MarketToken Token(
        string option, IReadOnlyList<MarketToken> tokens, string text, string where) =>
        tokens.FirstOrDefault(token => token.Symbol.Equals(text, StringComparison.OrdinalIgnoreCase)
            || (Address.TryParse(text, out Address address) && token.Address == address))
        ?? throw new DeskException(
            ExitCode.NotFound,
            $"{option} {text}: {where} has no {text}; "
                + Nearest.Among(text, [.. tokens.Select(static token => token.Symbol)]));

    /// <summary>The borrower of a name or an address.</summary>
    public static Address Borrower(MarketBook book, IReadOnlyList<Address> borrowers, string text)
    {
        foreach (Address borrower in borrowers)
        {
            if (book.NameOf(borrower).Equals(text, StringComparison.OrdinalIgnoreCase)
                || borrower.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return borrower;
            }
        }

        throw new DeskException(
            ExitCode.NotFound,
            $"--position {text}: nobody of that name borrowed here; "
                + Nearest.Among(text, [.. borrowers.Select(book.NameOf)]));
    }

    private static T Find<T>(
        IReadOnlyList<T> items, Func<T, string> nameOf, Func<T, Address> addressOf, string text, string what)
    {
        if (Address.TryParse(text, out Address address) && !address.IsZero)
        {
            T[] there = [.. items.Where(item => addressOf(item) == address)];
            if (there.Length == 1) return there[0];
        }

        T[] exact =
            [.. items.Where(item => nameOf(item).Equals(text, StringComparison.OrdinalIgnoreCase))];
        T[] found = exact.Length > 0
            ? exact
            : [.. items.Where(item => nameOf(item).Contains(text, StringComparison.OrdinalIgnoreCase))];
        return found.Length == 1
            ? found[0]
            : throw new DeskException(
                ExitCode.NotFound,
                found.Length == 0
                    ? $"no {what} is called {text}; {Nearest.Among(text, [.. items.Select(nameOf)])}"
                    : $"{text} names {found.Length} of them: {string.Join(", ", found.Select(nameOf))}");
    }
}
