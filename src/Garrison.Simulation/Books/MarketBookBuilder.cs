using Garrison.Engine;
using Garrison.Engine.Oracle;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>Builds the world of a book of markets, by commands alone and all in one second.</summary>
/// <remarks>Loans are taken as their owners take them, by supplying and borrowing, so that their health is
/// what the protocol says. Who holds what is minted as needed, and the rest of a known supply to one
/// holder.</remarks>
internal sealed partial class MarketBookBuilder
{
    private static readonly Address _governor = BookReader.AssumedAddress("governor");
    private static readonly Address _reporter = BookReader.AssumedAddress("reporter");

    private readonly MarketBook _book;
    private readonly World _world = new();
    private readonly List<Command> _commands = [];
    private readonly Dictionary<Address, string> _names = [];

    private MarketBookBuilder(MarketBook book) => _book = book;

    /// <summary>The same book with its world.</summary>
    /// <exception cref="BookException">A command was refused, or the parts do not fit.</exception>
    public static MarketBook Build(MarketBook book, ulong block, ulong seconds, MorphoContracts? morpho)
    {
        MarketBookBuilder builder = new(book);
        builder.Do(new AdvanceClock(_governor, block, seconds));
        builder.AddMarkets(morpho);
        builder.AddHolders();
        builder._world.Compact();
        return book with { Commands = builder._commands, World = builder._world, Names = builder._names };
    }

    private void AddMarkets(MorphoContracts? morpho)
    {
        foreach (MarketToken token in _book.Tokens)
        {
            _names[token.Address] = token.Symbol;
        }

        // What rests on a pool's price comes after the pools, and all else before, since pools read rates.
        MarketFeed[] early = [.. _book.Feeds.TakeWhile(static feed => feed.Kind != MarketFeedKind.Pool)];
        Array.ForEach(early, AddFeed);
        DeployExchanges();
        foreach (MarketPool pool in _book.Pools)
        {
            AddPool(pool);
        }

        foreach (MarketFeed feed in _book.Feeds.Skip(early.Length))
        {
            AddFeed(feed);
        }

        if (morpho is not null) AddMorpho(morpho);

        foreach (AaveBookMarket pool in _book.Markets.OfType<AaveBookMarket>())
        {
            AddAave(pool);
        }

        foreach (MarketCohort cohort in _book.Cohorts)
        {
            AddCohort(cohort);
        }

        CheckUse();
    }

    private void AddHolders()
    {
        foreach (MarketBridge bridge in _book.Bridges)
        {
            Fund(Token(bridge.Token), bridge.Address, bridge.Locked, bridge.Name);
        }

        foreach (MarketToken token in _book.Tokens)
        {
            UInt256 used = _world.Ledger.Supply(token.Address);
            if (token.Supply is not { } supply) continue;
            if (supply < used)
            {
                throw new BookException(
                    $"{_book.Name}: the supply of {token.Symbol} is less than what the book puts to use");
            }

            string name = $"holders of {token.Symbol}";
            Fund(token, BookReader.AssumedAddress(name), supply - used, name);
        }
    }

    private void AddFeed(MarketFeed feed)
    {
        MarketFeedTerms terms = feed.Terms;
        _names[feed.Address] = feed.Name;
        Do(feed.Kind switch
        {
            MarketFeedKind.Posted => new CreatePostedFeed(
                _governor,
                feed.Address,
                _reporter,
                terms.Decimals,
                terms.Answer,
                terms.HeartbeatSeconds,
                terms.DeviationBps),
            MarketFeedKind.Rate => new CreateRateFeed(
                _governor, feed.Address, _reporter, terms.Decimals, terms.Answer),
            MarketFeedKind.Capped => new CreateCappedFeed(
                _governor,
                feed.Address,
                _governor,
                Feed(terms.First!),
                terms.Second is { } paidIn ? Feed(paidIn) : Address.Zero,
                terms.DelaySeconds,
                terms.SnapshotRatio,
                terms.SnapshotSeconds,
                terms.YearlyGrowthBps),
            MarketFeedKind.Smaller => new CreateSmallerFeed(
                _governor, feed.Address, Feed(terms.First!), Feed(terms.Second!)),
            _ => new CreatePoolFeed(
                _governor,
                feed.Address,
                _book.Pools.First(pool => pool.Name == terms.First).Address,
                Token(feed.Base).Address,
                Token(feed.Quote).Address,
                (byte)Token(feed.Base).Decimals,
                (byte)Token(feed.Quote).Decimals,
                terms.Decimals,
                terms.WindowSeconds),
        });
    }

    /// <summary>Gives an account an amount of a token, and the account a name.</summary>
    private void Fund(MarketToken token, Address account, UInt256 amount, string name)
    {
        _names[account] = name;
        if (!amount.IsZero) Do(new Mint(_governor, token.Address, account, amount));
    }

    /// <summary>What a rate says at the start, with 18 decimals.</summary>
    private UInt256 RateOf(MarketToken token)
    {
        FeedReading rate = _world.Oracle.Price(Feed(token.RateFeed!), _world.Clock.Seconds);
        return UInt256.MulDivDown(rate.Price, Wad.Scale, PowerOfTen(rate.Decimals));
    }

    private MarketToken Token(string symbol) => _book.Tokens.First(one => one.Symbol == symbol);

    private Address Feed(string name) => _book.Feeds.First(one => one.Name == name).Address;

    private static UInt256 PowerOfTen(int exponent) => ((UInt256)10UL).Pow((uint)exponent);

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
