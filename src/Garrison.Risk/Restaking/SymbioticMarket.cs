using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Staking;
using Garrison.Primitives;
using Garrison.Simulation.Books;

namespace Garrison.Risk.Restaking;

/// <summary>Symbiotic in the common vocabulary: an asset is what an operator's vault stands for, a service a
/// network with one subnetwork.</summary>
public sealed class SymbioticMarket : RestakingMarket
{
    private readonly SymbioticCore _core;
    private readonly ILookup<Address, BookVault> _vaults;
    private readonly Dictionary<Subnetwork, BookService> _services;

    /// <summary>The market of a book of vaults.</summary>
    /// <param name="book">The names of what is in the world.</param>
    /// <param name="world">The world, or a fork of it.</param>
    public SymbioticMarket(Book book, World world)
        : base(book, world)
    {
        _core = world.Symbiotic;
        _vaults = book.Vaults.ToLookup(static vault => vault.Operator);
        _services = book.Services.ToDictionary(static service => service.Subnetwork);
    }

    /// <inheritdoc/>
    public override string Name => "Symbiotic";

    /// <inheritdoc/>
    public override IReadOnlyList<Position> PositionsOf(BookOperator @operator) =>
    [
        .. _vaults[@operator.Address].SelectMany(vault => Leaving(@operator, vault)),
        .. _vaults[@operator.Address].Select(vault => Active(@operator, vault))
            .Where(static position => !position.Amount.IsZero),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<Binding> BindingsOf(BookOperator @operator, BlockTime later)
    {
        Address address = @operator.Address;
        return
        [
            .. from vault in _vaults[address]
               from subnetwork in _core.Delegators.SubnetworksOf(vault.Address)
               let service = _services[subnetwork]
               select new Binding(
                   service,
                   vault.Strategy,
                   new LimitTerms(
                       _core.Delegators.NetworkLimit(vault.Address, subnetwork),
                       _core.Delegators.Stake(vault.Address, subnetwork, address)),
                   _core.Slashers.MostSlashable(vault.Address, subnetwork, address, Now.Second),
                   _core.Slashers.MostSlashable(vault.Address, subnetwork, address, later.Second)),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Stake> StakesOf(BookOperator @operator) =>
    [
        .. _vaults[@operator.Address].Select(vault => StakeOf(@operator, vault))
            .Where(static stake => !stake.Active.IsZero || !stake.LeavingSlashable.IsZero),
    ];

    /// <inheritdoc/>
    public override SlashedTo SlashedTo(BookService service) =>
        new(Now with { Block = null }, _core.Vaults.Of(Book.Vaults[0].Address).Burner);

    /// <inheritdoc/>
    public override IEnumerable<Command> Leave(BookOperator @operator, Wad part) =>
        from vault in _vaults[@operator.Address]
        let shares = part.MulDown(_core.Vaults.ActiveSharesOf(vault.Address, @operator.Cohort))
        where !_core.Vaults.Active(vault.Address).ToAssetsDown(shares).IsZero
        select new RedeemFromVault(@operator.Cohort, vault.Address, @operator.Cohort, shares);

    /// <inheritdoc/>
    public override IEnumerable<Command> Slash(
        IReadOnlyList<BookOperator> operators,
        BookService service,
        IReadOnlyList<Address> assets,
        Wad part,
        ulong offence)
    {
        SlashVault[] slashes =
            [.. operators.SelectMany(one => SlashesOf(one, service, assets, part, offence))];
        SlashVault[] requests =
            [.. slashes.Where(slash => _core.Slashers.Of(slash.Vault).Kind == SlasherKind.Veto)];
        return
        [
            .. slashes.Except(requests),
            .. requests.Select(static slash => new RequestVaultSlash(
                slash.Sender,
                slash.Vault,
                slash.Subnetwork,
                slash.Operator,
                slash.Amount,
                slash.CaptureTimestamp)),
            .. Wait(requests),
            .. requests.Select(slash => new ExecuteVaultSlash(
                slash.Sender, slash.Vault, _core.Slashers.RequestCount(slash.Vault))),
        ];
    }

    /// <inheritdoc/>
    public override IEnumerable<(Address Asset, UInt256 Amount)> Taken(
        BookOperator @operator, IEnumerable<Event> events) =>
        from fact in events.OfType<VaultSlashed>()
        from vault in _vaults[@operator.Address]
        where vault.Address == fact.Contract
        select (vault.Strategy, fact.SlashedAmount);

    /// <inheritdoc/>
    public override UInt256 FreshlySlashable(Binding binding) => ((LimitTerms)binding.Terms).Stake;

    private IEnumerable<SlashVault> SlashesOf(
        BookOperator @operator, BookService service, IReadOnlyList<Address> assets, Wad part, ulong offence)
    {
        (BookVault Vault, UInt256 Slashable)[] targets =
        [
            .. _vaults[@operator.Address]
                .Where(vault => assets.Count == 0 || assets.Contains(vault.Strategy))
                .Select(vault => (vault, _core.Slashers.SlashableStake(
                    vault.Address, service.Subnetwork, @operator.Address, offence))),
        ];

        // What a service has nothing of is left out, unless it asks for just that or has nothing at all.
        bool hasStake = targets.Any(static target => !target.Slashable.IsZero);
        return
            from target in targets
            where !hasStake || assets.Count > 0 || !target.Slashable.IsZero
            select new SlashVault(
                _core.Middleware.Of(service.Set.Avs),
                target.Vault.Address,
                service.Subnetwork,
                @operator.Address,
                part.MulUp(target.Slashable),
                offence);
    }

    // Until no resolver can veto any more, in whole blocks.
    private IEnumerable<AdvanceClock> Wait(IReadOnlyList<SlashVault> requests)
    {
        ulong seconds = requests.Select(slash => _core.Slashers.Of(slash.Vault).VetoSeconds)
            .DefaultIfEmpty(0UL).Max();
        ulong blocks = (seconds + Spec.SecondsPerSlot - 1) / Spec.SecondsPerSlot;
        if (blocks > 0)
        {
            yield return new AdvanceClock(Address.Zero, blocks, blocks * Spec.SecondsPerSlot);
        }
    }

    private Stake StakeOf(BookOperator @operator, BookVault vault)
    {
        Address address = vault.Address;
        UInt256 active = _core.Vaults.ActiveStake(address);
        IEnumerable<UInt256> bound = _core.Delegators.SubnetworksOf(address).Select(
            subnetwork => _core.Delegators.Stake(address, subnetwork, @operator.Address));
        return new Stake(
            vault.Strategy,
            active,
            _core.Vaults.TotalStake(address) - active,
            bound.Sum(),
            active,
            Wad.Scale);
    }

    private IEnumerable<Position> Leaving(BookOperator @operator, BookVault vault)
    {
        ulong current = _core.Vaults.CurrentEpoch(vault.Address);
        for (ulong epoch = 0; epoch <= current + 1; epoch++)
        {
            UInt256 amount = _core.Vaults.WithdrawalsOf(vault.Address, epoch, @operator.Cohort);
            if (!amount.IsZero && !_core.Vaults.IsClaimed(vault.Address, epoch, @operator.Cohort))
            {
                yield return At(@operator, vault, amount, isLeaving: true, epoch);
            }
        }
    }

    private Position Active(BookOperator @operator, BookVault vault) => At(
        @operator,
        vault,
        _core.Vaults.ActiveBalanceOf(vault.Address, @operator.Cohort),
        isLeaving: false,
        _core.Vaults.CurrentEpoch(vault.Address) + 1);

    // What waits in the bucket of an epoch is free when the epoch is over, and cannot be slashed then.
    private Position At(
        BookOperator @operator, BookVault vault, UInt256 amount, bool isLeaving, ulong epoch)
    {
        ulong free = _core.Vaults.Of(vault.Address).StartOf(epoch + 1);
        return new Position(
            @operator,
            vault.Strategy,
            amount,
            isLeaving,
            free > World.Clock.Seconds ? new BlockTime(free - 1, null) : null,
            new BlockTime(free, null));
    }
}
