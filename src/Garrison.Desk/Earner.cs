using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Desk;

/// <summary>Someone who can earn: an operator, its stakers, or a service that is refunded.</summary>
/// <param name="Address">Who.</param>
/// <param name="Label">What it is called.</param>
internal sealed record Earner(Address Address, string Label)
{
    /// <summary>The earner of a name or an address.</summary>
    /// <param name="book">The book.</param>
    /// <param name="text">A name of an operator, a part of one, or of a service; or an address.</param>
    /// <param name="isStakers">Whether a name stands for the operator's stakers.</param>
    public static Earner Find(Book book, string text, bool isStakers)
    {
        BookService? service = book.Services.FirstOrDefault(
            one => one.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
                || text.Equals(one.Set.Avs.ToString(), StringComparison.OrdinalIgnoreCase));
        if (service is not null && !isStakers) return new Earner(service.Set.Avs, service.Name);

        BookOperator one = Shelf.Operator(book, text);
        bool isCohort = isStakers || text.Equals(one.Cohort.ToString(), StringComparison.OrdinalIgnoreCase);
        return isCohort
            ? new Earner(one.Cohort, $"stakers of {one.Label}")
            : new Earner(one.Address, one.Label);
    }
}

/// <summary>What people call the accounts and tokens of rewards.</summary>
/// <param name="book">The book that has the names.</param>
internal sealed class RewardNames(Book book)
{
    private readonly Dictionary<Address, string> _accounts = Accounts(book);

    /// <summary>The name of an account or a strategy; its address when it has none.</summary>
    public string Account(Address account) => _accounts.GetValueOrDefault(account, account.ToString());

    /// <summary>The symbol of a token; the start of its address when that is not known.</summary>
    public string Symbol(Address token) => Token(token)?.Symbol ?? token.ToString()[..10];

    /// <summary>A token that rewards of the book are paid in.</summary>
    public BookToken? Token(Address token) =>
        book.Programmes.FirstOrDefault(one => one.Token.Address == token)?.Token;

    /// <summary>The token of a symbol or an address.</summary>
    public BookToken FindToken(string text)
    {
        BookToken? paid = book.Programmes.Select(static one => one.Token).FirstOrDefault(one =>
            one.Symbol.Equals(text, StringComparison.OrdinalIgnoreCase)
            || text.Equals(one.Address.ToString(), StringComparison.OrdinalIgnoreCase));
        if (paid is not null) return paid;
        if (Address.TryParse(text, out Address address))
        {
            return new BookToken(address, text[..10], IsEther: false);
        }

        BookStrategy? staked = book.Strategies.FirstOrDefault(one =>
            !one.Token.IsZero && one.Symbol.Equals(text, StringComparison.OrdinalIgnoreCase));
        return staked is null
            ? throw new DeskException(
                ExitCode.NotFound,
                $"no token of {book.Name} is called {text}: give an address, or one of "
                    + string.Join(", ", book.Programmes.Select(static one => one.Token.Symbol)
                        .Distinct(StringComparer.Ordinal)))
            : new BookToken(staked.Token, staked.Symbol, staked.IsEther);
    }

    /// <summary>The name of the programme that a reward belongs to; who pays and how where there is
    /// none.</summary>
    public string Reward(PaidReward reward) => book.Programmes.FirstOrDefault(one =>
            one.Submitter == reward.Set.Avs && one.Kind == reward.Kind && one.Token.Address == reward.Token
            && one.Days == reward.DurationDays && one.Strategies.SequenceEqual(reward.Strategies))?.Name
        ?? $"{Account(reward.Set.Avs)} {reward.Hash.ToString()[..10]}";

    private static Dictionary<Address, string> Accounts(Book book)
    {
        Dictionary<Address, string> accounts = new()
        {
            [ProgrammeCommands.Coordinator] = "rewards coordinator",
            [ProgrammeCommands.FeeRecipient] = "protocol fee recipient",
        };
        foreach (BookOperator one in book.Operators)
        {
            accounts[one.Address] = one.Label;
            accounts[one.Cohort] = $"stakers of {one.Label}";
        }

        foreach (BookStrategy one in book.Strategies) accounts[one.Address] = one.Symbol;
        foreach (BookService one in book.Services) accounts[one.Set.Avs] = one.Name;
        foreach (BookProgramme one in book.Programmes) accounts[one.Submitter] = one.Payer;

        return accounts;
    }
}
