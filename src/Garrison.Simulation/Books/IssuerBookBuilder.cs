using Garrison.Engine;
using Garrison.Engine.LiquidRestaking;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>Builds the world of a book of issuers on that of its base, by commands alone and in its
/// second.</summary>
/// <remarks>The supply of a token is what its assets are at its rate: ⌊assets · 10¹⁸ / rate⌋. It is minted to
/// its holders and rails in their parts, rounded down, and the rest to the first holder.</remarks>
internal sealed partial class IssuerBookBuilder
{
    private static readonly Address _governor = BookReader.AssumedAddress("governor");

    private readonly IssuerBook _book;
    private readonly World _world;
    private readonly List<Command> _commands = [];
    private readonly Dictionary<Address, string> _names = [];

    private IssuerBookBuilder(IssuerBook book)
    {
        _book = book;
        _world = book.Restaking.World.Fork();
    }

    /// <summary>The same book with its world.</summary>
    /// <exception cref="BookException">A command was refused.</exception>
    public static IssuerBook Build(IssuerBook book)
    {
        IssuerBookBuilder builder = new(book);
        foreach (BookOperator one in book.Restaking.Operators)
        {
            builder._names[one.Cohort] = one.Label;
        }

        foreach (BookIssuer issuer in book.Issuers)
        {
            builder.Add(issuer);
        }

        builder._world.Compact();
        return book with
        {
            Commands = [.. book.Restaking.Commands, .. builder._commands],
            World = builder._world,
            Restaking = book.Restaking with
            {
                Name = book.Name,
                Title = book.Title,
                World = builder._world,
            },
            Names = builder._names,
        };
    }

    private void Add(BookIssuer issuer)
    {
        _names[issuer.Token] = issuer.Symbol;
        switch (issuer.Kind)
        {
            case IssuerKind.Kelp:
                AddKelp(issuer);
                break;
            default:
                AddRenzo(issuer);
                break;
        }
    }

    private void Restake(BookIssuer issuer)
    {
        foreach (BookOperator one in issuer.Operators)
        {
            foreach (BookIssuerAsset asset in issuer.Assets)
            {
                Do(new SetBacking(
                    _governor, one.Cohort, asset.Asset, BackingKind.EigenLayer, asset.Strategy));
            }
        }
    }

    private void MintTo(BookIssuer issuer)
    {
        if (_world.LiquidTokens.Assets(issuer.Token, out UInt256 ether) is { } refusal)
        {
            throw new BookException($"{_book.Name}: {issuer.Name} cannot value its assets: {refusal}");
        }

        UInt256 supply = issuer.Rate.DivDown(ether);
        UInt256 left = supply;
        foreach (BookRail rail in issuer.Rails)
        {
            left -= SendOver(issuer, rail, rail.Part.MulDown(supply));
        }

        foreach (BookHolder holder in issuer.Holders.Reverse())
        {
            bool isLast = holder == issuer.Holders[0];
            UInt256 amount = isLast ? left : holder.Part.MulDown(supply);
            _names[holder.Account] = holder.Name;
            Do(new Mint(_governor, issuer.Token, holder.Account, amount));
            left -= amount;
        }
    }

    private UInt256 SendOver(BookIssuer issuer, BookRail rail, UInt256 amount)
    {
        _names[rail.Lockbox] = rail.Name;
        _names[rail.Remote] = $"{rail.Name}, holders";
        Do(new OpenBridgeRail(_governor, rail.Lockbox, issuer.Token));
        Do(new Mint(_governor, issuer.Token, rail.Remote, amount));
        Do(new SendOverBridge(rail.Remote, rail.Lockbox, rail.Remote, amount));
        UInt256 taken = rail.Missing.MulDown(amount);
        if (!taken.IsZero)
        {
            Address thief = Named($"{issuer.Symbol}/thief");
            Do(new ForgeBridgeRelease(thief, rail.Lockbox, thief, taken));
        }

        return amount;
    }

    private void Give(Address asset, Address account, UInt256 amount)
    {
        if (!amount.IsZero) Do(new Mint(_governor, asset, account, amount));
    }

    private Address Named(string name)
    {
        Address address = BookReader.AssumedAddress($"{_book.Name}/{name}");
        _names[address] = name;
        return address;
    }

    private void Do(Command command)
    {
        if (_world.Execute(command) is Refused refused)
        {
            throw new BookException(
                $"{_book.Name} breaks the rule {refused.Reason}: {EngineJson.Write(command)}");
        }

        _commands.Add(command);
    }
}
