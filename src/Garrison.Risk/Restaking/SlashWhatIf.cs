using Garrison.Engine;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>A slash to try: who is slashed by whom, by how much, and who runs.</summary>
/// <param name="Operators">Whom.</param>
/// <param name="Service">By which service.</param>
/// <param name="Assets">In what; empty for all that the operator puts behind the service.</param>
/// <param name="Part">Which part of what is put behind the service, above 0 and at most 1.</param>
/// <param name="LeaveBefore">Which part of what they have the holders ask for just before, after the
/// offence.</param>
/// <param name="LeaveAfter">Which part of what is left they ask for just after.</param>
/// <param name="Blocks">How many blocks pass at the end.</param>
public sealed record SlashShock(
    IReadOnlyList<BookOperator> Operators,
    BookService Service,
    IReadOnlyList<Address> Assets,
    Wad Part,
    Wad LeaveBefore,
    Wad LeaveAfter,
    ulong Blocks)
{
    /// <summary>How many blocks pass between the slash and those who run after it.</summary>
    public ulong BlocksBetween { get; init; }
}

/// <summary>What a slash did to the holders of an operator in one asset, in its smallest unit.</summary>
/// <param name="Operator">Whose holders.</param>
/// <param name="Asset">In what.</param>
/// <param name="HeldBefore">What they had, leaving or not.</param>
/// <param name="HeldAfter">What they have, leaving or not.</param>
/// <param name="Slashed">What the contracts booked as slashed.</param>
public sealed record HolderLoss(
    BookOperator Operator, Address Asset, UInt256 HeldBefore, UInt256 HeldAfter, UInt256 Slashed)
{
    /// <summary>What they lost: what was slashed, give or take a few units of rounding.</summary>
    public UInt256 Lost => HeldBefore - HeldAfter;
}

/// <summary>What a service could slash before, and can after.</summary>
/// <param name="Operator">From whom.</param>
/// <param name="Service">Which service.</param>
/// <param name="Asset">In what.</param>
/// <param name="Before">How much before, in the asset's smallest unit.</param>
/// <param name="After">How much after, for a new offence.</param>
public sealed record StaysSlashable(
    BookOperator Operator, BookService Service, Address Asset, UInt256 Before, UInt256 After);

/// <summary>What came of a slash that was tried on a fork.</summary>
/// <param name="Market">The fork, at the end.</param>
/// <param name="SlashBlock">When the slash happened.</param>
/// <param name="Losses">Who lost what.</param>
/// <param name="Slashable">What stays slashable.</param>
/// <param name="Ladder">Who can leave when.</param>
/// <param name="Destination">Where what was slashed goes.</param>
public sealed record SlashOutcome(
    RestakingMarket Market,
    ulong SlashBlock,
    IReadOnlyList<HolderLoss> Losses,
    IReadOnlyList<StaysSlashable> Slashable,
    IReadOnlyList<Position> Ladder,
    SlashedTo Destination);

/// <summary>Tries a slash on a fork of a book, by the rules of its protocol, and compares before and
/// after.</summary>
/// <remarks>
/// The offence is in the block of the book. In the next one some holders run, the service slashes, and more
/// of them run.
/// </remarks>
public static class SlashWhatIf
{
    /// <summary>Plays a shock on a fork; the book stays as it is.</summary>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids a step.</exception>
    public static SlashOutcome Run(Book book, SlashShock shock)
    {
        var before = RestakingMarket.Of(book);
        var after = RestakingMarket.On(book, book.World.Fork());
        ulong offence = after.World.Clock.Seconds;
        Pass(after, 1);
        Leave(after, shock.Operators, shock.LeaveBefore);
        Dictionary<(Address Operator, Address Asset), UInt256> slashed = Slash(after, shock, offence);
        if (slashed.Count == 0)
        {
            string whom = string.Join(", ", shock.Operators.Take(3).Select(static one => one.Label));
            throw new WhatIfRefusedException(
                $"{shock.Service.Name} has nothing to slash of {whom}: see garrison exposure");
        }

        ulong slashBlock = after.World.Clock.Block;
        SlashedTo destination = after.SlashedTo(shock.Service);
        Pass(after, shock.BlocksBetween);
        Leave(after, shock.Operators, shock.LeaveAfter);
        Pass(after, shock.Blocks);
        return new SlashOutcome(
            after,
            slashBlock,
            [.. shock.Operators.SelectMany(one => Losses(before, after, one, slashed))],
            [.. shock.Operators.SelectMany(one => Slashable(before, after, one))],
            [.. shock.Operators.SelectMany(after.PositionsOf)],
            destination);
    }

    /// <summary>Slashes, and says what was booked as slashed.</summary>
    internal static Dictionary<(Address Operator, Address Asset), UInt256> Slash(
        RestakingMarket market, SlashShock shock, ulong offence)
    {
        List<Event> events = [];
        foreach (Command command in market.Slash(
            shock.Operators, shock.Service, shock.Assets, shock.Part, offence).ToArray())
        {
            events.AddRange(WhatIf.Do(market.World, command).Events);
        }

        Dictionary<(Address Operator, Address Asset), UInt256> slashed = [];
        foreach (BookOperator @operator in shock.Operators)
        {
            foreach ((Address asset, UInt256 amount) in market.Taken(@operator, events))
            {
                slashed[(@operator.Address, asset)] = amount;
            }
        }

        return slashed;
    }

    private static void Leave(RestakingMarket market, IReadOnlyList<BookOperator> operators, Wad part)
    {
        foreach (Command command in operators.SelectMany(one => market.Leave(one, part)).ToArray())
        {
            _ = WhatIf.Do(market.World, command);
        }
    }

    private static void Pass(RestakingMarket market, ulong blocks) =>
        _ = WhatIf.Do(
            market.World, new AdvanceClock(Address.Zero, blocks, blocks * Spec.SecondsPerSlot));

    private static IEnumerable<HolderLoss> Losses(
        RestakingMarket before,
        RestakingMarket after,
        BookOperator @operator,
        Dictionary<(Address Operator, Address Asset), UInt256> slashed)
    {
        ILookup<Address, UInt256> heldBefore = Held(before, @operator);
        ILookup<Address, UInt256> heldAfter = Held(after, @operator);
        return @operator.Shares
            .Where(shares => slashed.ContainsKey((@operator.Address, shares.Strategy)))
            .Select(shares => new HolderLoss(
                @operator,
                shares.Strategy,
                heldBefore[shares.Strategy].Sum(),
                heldAfter[shares.Strategy].Sum(),
                slashed[(@operator.Address, shares.Strategy)]));
    }

    private static ILookup<Address, UInt256> Held(RestakingMarket market, BookOperator @operator) =>
        market.PositionsOf(@operator).ToLookup(
            static position => position.Asset, static position => position.Amount);

    private static IEnumerable<StaysSlashable> Slashable(
        RestakingMarket before, RestakingMarket after, BookOperator @operator)
    {
        var left = after.BindingsOf(@operator, after.Now).ToDictionary(
            static binding => (binding.Service.Set, binding.Asset), after.FreshlySlashable);
        return before.BindingsOf(@operator, before.Now).Select(binding => new StaysSlashable(
            @operator,
            binding.Service,
            binding.Asset,
            before.FreshlySlashable(binding),
            left.GetValueOrDefault((binding.Service.Set, binding.Asset))));
    }
}
