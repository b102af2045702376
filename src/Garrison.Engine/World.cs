using Garrison.Engine.Exchange;
using Garrison.Engine.Exchange.ComposableStable;
using Garrison.Engine.Exchange.Concentrated;
using Garrison.Engine.Exchange.ConstantProduct;
using Garrison.Engine.Exchange.StableSwap;
using Garrison.Engine.Lending.Aave;
using Garrison.Engine.Lending.Morpho;
using Garrison.Engine.LiquidRestaking;
using Garrison.Engine.LiquidRestaking.EtherFi;
using Garrison.Engine.LiquidRestaking.Issuing;
using Garrison.Engine.LiquidRestaking.Kelp;
using Garrison.Engine.LiquidRestaking.Lido;
using Garrison.Engine.LiquidRestaking.Renzo;
using Garrison.Engine.LiquidRestaking.RocketPool;
using Garrison.Engine.Oracle;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Engine;

/// <summary>The whole state, and the one function that changes it.</summary>
/// <remarks>
/// A world is a pure function of the commands it has executed. Each module below may call the ones above
/// it, and none below: the constructor is the map of the engine. Not safe for use by several threads; give
/// each its own fork.
/// </remarks>
public sealed class World
{
    private readonly Store _store;
    private bool _broken;

    /// <summary>An empty world at block 0 and time 0.</summary>
    public World()
        : this(new Store())
    {
    }

    private World(Store store)
    {
        _store = store;
        Clock = new Clock(store);
        Ledger = new Ledger(store);
        Staking = new BeaconChain(store);
        EigenLayer = new EigenLayerCore(store, Clock, Ledger);
        Symbiotic = new SymbioticCore(store, Clock, Ledger);
        SlashPipeline = new SlashPipeline(store, Clock, Ledger);
        Backings = new Backings(store, EigenLayer, Symbiotic);
        EtherFi = new EtherFiCore(store, Clock, Ledger, Backings);
        AssetPrices = new AssetPrices(store);
        Bridges = new BridgeLedger(store, Ledger);
        Kelp = new KelpIssuer(store, Clock, Ledger, EigenLayer, Backings, AssetPrices);
        Renzo = new RenzoIssuer(store, Clock, Ledger, EigenLayer, Backings, AssetPrices);
        Lido = new LidoCore(store, Clock, Ledger);
        RocketPool = new RocketPoolCore(store, Clock, Ledger);
        Issuers = new Issuers(store, Clock, Ledger, Symbiotic, Backings);
        LiquidTokens = new LiquidTokens(Kelp, Renzo, EtherFi, Lido, RocketPool, Issuers);
        StableSwapPools = new StableSwapPools(store, Clock, Ledger);
        ComposableStablePools = new ComposableStablePools(store, Clock, Ledger);
        ConcentratedPools = new ConcentratedPools(store, Clock, Ledger);
        ConstantProductPools = new ConstantProductPools(store, Clock, Ledger);
        Exchange = new Pools(
            StableSwapPools, ComposableStablePools, ConcentratedPools, ConstantProductPools);
        Oracle = new Feeds(store, Clock, Exchange);
        Morpho = new MorphoMarkets(store, Clock, Ledger, Oracle);
        Aave = new AaveCore(store, Clock, Ledger, Oracle);
    }

    /// <summary>The block and the time.</summary>
    public Clock Clock { get; }

    /// <summary>Who holds how much of what.</summary>
    public Ledger Ledger { get; }

    /// <summary>Ethereum's validators.</summary>
    public BeaconChain Staking { get; }

    /// <summary>EigenLayer's contracts.</summary>
    public EigenLayerCore EigenLayer { get; }

    /// <summary>Symbiotic's contracts.</summary>
    public SymbioticCore Symbiotic { get; }

    /// <summary>Rules of other systems that a slash can be sent through.</summary>
    public SlashPipeline SlashPipeline { get; }

    /// <summary>What issuers of liquid tokens have in the layers below them.</summary>
    public Backings Backings { get; }

    /// <summary>ether.fi's contracts.</summary>
    public EtherFiCore EtherFi { get; }

    /// <summary>What issuers' own feeds say of assets.</summary>
    public AssetPrices AssetPrices { get; }

    /// <summary>Tokens locked for others on other chains.</summary>
    public BridgeLedger Bridges { get; }

    /// <summary>Kelp, which issues rsETH.</summary>
    public KelpIssuer Kelp { get; }

    /// <summary>Renzo, which issues ezETH.</summary>
    public RenzoIssuer Renzo { get; }

    /// <summary>All liquid tokens, in one shape.</summary>
    public LiquidTokens LiquidTokens { get; }

    /// <summary>Lido's contracts.</summary>
    public LidoCore Lido { get; }

    /// <summary>Rocket Pool's contracts.</summary>
    public RocketPoolCore RocketPool { get; }

    /// <summary>Issuers of liquid tokens that are put together from policies.</summary>
    public Issuers Issuers { get; }

    /// <summary>Curve's pools of coins that should be worth the same.</summary>
    public StableSwapPools StableSwapPools { get; }

    /// <summary>Balancer's stable pools.</summary>
    public ComposableStablePools ComposableStablePools { get; }

    /// <summary>Uniswap v3's pools.</summary>
    public ConcentratedPools ConcentratedPools { get; }

    /// <summary>Uniswap v2's pairs.</summary>
    public ConstantProductPools ConstantProductPools { get; }

    /// <summary>All pools, in one shape.</summary>
    public Pools Exchange { get; }

    /// <summary>The prices that lending reads.</summary>
    public Feeds Oracle { get; }

    /// <summary>Morpho's markets.</summary>
    public MorphoMarkets Morpho { get; }

    /// <summary>Aave's pools.</summary>
    public AaveCore Aave { get; }

    /// <summary>How many bytes the state takes; what a fork copies.</summary>
    public long Bytes => _store.Bytes();

    /// <summary>A world that starts equal to this one and goes its own way.</summary>
    public World Fork() => new(_store.Fork());

    /// <summary>Makes this world equal to another, in the memory it already has: a fork without
    /// allocation.</summary>
    public void CopyFrom(World other)
    {
        _store.CopyFrom(other._store);
        _broken = other._broken;
    }

    /// <summary>Lays the state side by side, so that forks copy no holes: for a world that is complete and
    /// about to be forked often.</summary>
    public void Compact() => _store.Compact();

    /// <summary>Ends this world and hands its memory to the next fork of its family. Never
    /// required.</summary>
    public void Retire()
    {
        _broken = true;
        _store.Arena.Retire();
    }

    /// <summary>A hash of the whole state: equal exactly for worlds in which everything reads the
    /// same.</summary>
    public Hash32 Digest() => _store.Digest();

    /// <summary>The state transition: applies a command whole, or refuses it and changes nothing.</summary>
    /// <exception cref="InvariantException">The engine broke one of its own rules, now or before; the world
    /// is not to be used any more.</exception>
    public Receipt Execute(Command command)
    {
        Invariant.Assert(!_broken);
        _broken = true;
        Receipt receipt = Try(command) is { } refusal ? Refuse(refusal) : new Accepted(_store.Commit());
        _broken = false;
        return receipt;
    }

    private Refusal? Try(Command command)
    {
        try
        {
            return command.Apply(this);
        }
        catch (ArithmeticException panic)
        {
            return Refusal.OfPanic(panic);
        }
    }

    private Refused Refuse(Refusal refusal)
    {
        _store.Revert(default);
        return new Refused(refusal);
    }
}
