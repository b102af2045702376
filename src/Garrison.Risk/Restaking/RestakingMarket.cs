using Garrison.Engine;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>One vocabulary above the restaking protocols: positions, bindings, what is slashable when, exits,
/// and what counts for rewards.</summary>
/// <remarks>
/// A view of a world, not a layer over its rules: it reads what the protocol's contracts tell, and says in
/// the protocol's own commands what somebody would have to send.
/// </remarks>
/// <param name="book">The names of what is in the world.</param>
/// <param name="world">The world, or a fork of it.</param>
public abstract class RestakingMarket(Book book, World world)
{
    /// <summary>The names of what is in the world.</summary>
    public Book Book => book;

    /// <summary>The world that is looked at.</summary>
    public World World => world;

    /// <summary>What the protocol is called.</summary>
    public abstract string Name { get; }

    /// <summary>The market of a book.</summary>
    public static RestakingMarket Of(Book book) => On(book, book.World);

    /// <summary>The market of a book, as a fork of its world has it.</summary>
    public static RestakingMarket On(Book book, World world) => book.Protocol switch
    {
        RestakingProtocol.Symbiotic => new SymbioticMarket(book, world),
        _ => new EigenLayerMarket(book, world),
    };

    /// <summary>What the holders of an operator have: first what waits to leave, then what would be out first
    /// if it were asked for now.</summary>
    public abstract IReadOnlyList<Position> PositionsOf(BookOperator @operator);

    /// <summary>What each service can take from an operator, now and at a later moment.</summary>
    public abstract IReadOnlyList<Binding> BindingsOf(BookOperator @operator, BlockTime later);

    /// <summary>What is at stake with an operator, for each asset in which something is.</summary>
    public abstract IReadOnlyList<Stake> StakesOf(BookOperator @operator);

    /// <summary>Where what a service has slashed goes.</summary>
    public abstract SlashedTo SlashedTo(BookService service);

    /// <summary>What the holders of an operator send to have a part of what they have leave.</summary>
    public abstract IEnumerable<Command> Leave(BookOperator @operator, Wad part);

    /// <summary>What a service sends to slash a part of what operators have behind it, and how long it
    /// waits in between.</summary>
    /// <param name="operators">Whom.</param>
    /// <param name="service">By which service.</param>
    /// <param name="assets">In what; empty for all.</param>
    /// <param name="part">Which part, above 0 and at most 1.</param>
    /// <param name="offence">The second, in the past, whose stake answers for it where the protocol looks
    /// back.</param>
    public abstract IEnumerable<Command> Slash(
        IReadOnlyList<BookOperator> operators,
        BookService service,
        IReadOnlyList<Address> assets,
        Wad part,
        ulong offence);

    /// <summary>What the events of a slash say was taken, by asset.</summary>
    public abstract IEnumerable<(Address Asset, UInt256 Amount)> Taken(
        BookOperator @operator, IEnumerable<Event> events);

    /// <summary>What a service could slash for an offence at this moment: what gives voting power
    /// now.</summary>
    public abstract UInt256 FreshlySlashable(Binding binding);

    /// <summary>All that the holders of an operator have in an asset, waiting or not, rounded down.</summary>
    public UInt256 Held(BookOperator @operator, Address asset) =>
        PositionsOf(@operator).Where(position => position.Asset == asset).Sum(static one => one.Amount);

    /// <summary>The moment of the world.</summary>
    public BlockTime Now => new(world.Clock.Seconds, world.Clock.Block);
}
