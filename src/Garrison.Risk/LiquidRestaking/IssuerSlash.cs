using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Risk.Restaking;
using Garrison.Simulation.Books;

namespace Garrison.Risk.LiquidRestaking;

/// <summary>What a slash of an issuer's operators did to its token.</summary>
/// <param name="Shock">What was tried.</param>
/// <param name="Restaking">What came of it below.</param>
/// <param name="Before">The token before.</param>
/// <param name="Slashed">The token after the slash, as long as nobody brings its rate up to date.</param>
/// <param name="After">The token after somebody tried to.</param>
/// <param name="IsStored">Whether there is a rate to bring up to date; else it is live.</param>
/// <param name="Refused">Why the update was refused; null when it went through.</param>
/// <param name="Holders">Who holds the token.</param>
public sealed record IssuerSlash(
    SlashShock Shock,
    SlashOutcome Restaking,
    TokenView Before,
    TokenView Slashed,
    TokenView After,
    bool IsStored,
    Refusal? Refused,
    IReadOnlyList<TokenHolder> Holders)
{
    /// <summary>Plays a slash by a service on a fork, then the issuer's own update of its rate.</summary>
    /// <param name="book">The book; it stays as it is.</param>
    /// <param name="issuer">Whose operators are slashed: all that serve the service.</param>
    /// <param name="service">By which service.</param>
    /// <param name="part">Which part of what they put behind it, above 0 and at most 1.</param>
    /// <exception cref="WhatIfRefusedException">None serves the service, or a rule forbids a
    /// step.</exception>
    public static IssuerSlash Run(IssuerBook book, BookIssuer issuer, BookService service, Wad part)
    {
        BookOperator[] slashed =
            [.. issuer.Operators.Where(one => service.Operators.Contains(one.Address))];
        if (slashed.Length == 0)
        {
            throw new WhatIfRefusedException(
                $"{service.Name} can slash none of {issuer.Name}'s operators: see garrison lrt backing");
        }

        SlashShock shock = new(slashed, service, [], part, default, default, 0);
        SlashOutcome outcome = SlashWhatIf.Run(book.Restaking, shock);
        World world = outcome.Market.World;
        var before = TokenView.Of(issuer, world: book.World);
        var unreported = TokenView.Of(issuer, world);
        Command? update = IssuerActions.UpdateRate(issuer);
        Refusal? refused = update is not null && world.Execute(update) is Refused no ? no.Reason : null;
        return new IssuerSlash(
            shock,
            outcome,
            before,
            unreported,
            TokenView.Of(issuer, world),
            update is not null,
            refused,
            new LookThrough(book, book.World).HoldersOf(issuer));
    }
}
