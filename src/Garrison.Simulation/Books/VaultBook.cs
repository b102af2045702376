using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Engine.Staking;
using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>How much of its vaults a service is given when a book is rebuilt.</summary>
public enum VaultLimits
{
    /// <summary>As much as its operator set could slash: what operators put behind it.</summary>
    Allocations,

    /// <summary>All: every service can slash the whole vault.</summary>
    Full,
}

/// <summary>What is assumed of the vaults of a book.</summary>
/// <param name="EpochSeconds">How long their epochs are.</param>
/// <param name="PhaseSeconds">How long the first of them has run as the book begins.</param>
/// <param name="Limits">How much a service is given.</param>
/// <param name="VetoSeconds">How long a resolver can veto a slash; 0 for slashes at once.</param>
public sealed record VaultTerms(
    ulong EpochSeconds, ulong PhaseSeconds, VaultLimits Limits, ulong VetoSeconds = 0)
{
    /// <summary>Epochs of seven days, the first of which is half over, and what was put behind the
    /// sets.</summary>
    public static VaultTerms Usual { get; } = Of(7 * 86_400, VaultLimits.Allocations);

    /// <summary>Epochs of a length, the first of which is half over.</summary>
    public static VaultTerms Of(ulong epochSeconds, VaultLimits limits) =>
        new(epochSeconds, epochSeconds / 2 / Spec.SecondsPerSlot * Spec.SecondsPerSlot, limits);
}

/// <summary>Rebuilds a book of EigenLayer as vaults of Symbiotic with the same capital.</summary>
/// <remarks>
/// What is delegated to an operator in a strategy becomes a vault of its own, shared out by a delegator for
/// that operator alone, run by one assumed curator. Services become networks that act for themselves; if
/// slashes can be vetoed, one assumed resolver can.
/// </remarks>
public static class VaultBook
{
    private static readonly Address _curator = BookReader.AssumedAddress("curator");
    private static readonly Address _resolver = BookReader.AssumedAddress("resolver");
    private static readonly Address _burner = Constants.BurnAddress;

    /// <summary>The same capital, operators and services, as vaults.</summary>
    /// <exception cref="BookException">A command was refused.</exception>
    public static Book Rebuild(Book book, VaultTerms terms)
    {
        BookVault[] vaults =
        [
            .. from one in book.Operators
               from shares in one.Shares
               select new BookVault(
                   BookReader.AssumedAddress($"vault/{one.Address}/{shares.Strategy}"),
                   one.Address,
                   shares.Strategy,
                   Collateral(book, shares.Strategy)),
        ];
        IReadOnlyList<Command> commands = [.. Build(book, terms, vaults)];
        return book with
        {
            Protocol = RestakingProtocol.Symbiotic,
            Vaults = vaults,
            Programmes = [],
            Commands = commands,
            World = BookReader.Execute(commands),
        };
    }

    private static IEnumerable<Command> Build(Book book, VaultTerms terms, BookVault[] vaults)
    {
        ulong block = book.World.Clock.Block;
        ulong phaseBlocks = terms.PhaseSeconds / Spec.SecondsPerSlot;
        ulong start = book.World.Clock.Seconds - terms.PhaseSeconds;
        Dictionary<(Address, Address), BookVault> byStake =
            vaults.ToDictionary(static vault => (vault.Operator, vault.Strategy));
        Address governor = BookReader.AssumedAddress("governor");
        return
        [
            new AdvanceClock(governor, block - phaseBlocks, start),
            new DeploySymbiotic(governor, SymbioticContracts.Mainnet),
            .. book.Operators.Select(static one => new RegisterSymbioticOperator(one.Address)),
            .. book.Services.Select(static service => service.Set.Avs).Distinct().SelectMany(Register),
            .. book.Services
                .SelectMany(static service => service.Operators.Select(
                    one => (Operator: one, service.Set.Avs)))
                .Distinct()
                .Select(static pair => new OptInTo(
                    pair.Operator, OptInKind.Network, pair.Operator, pair.Avs)),
            .. book.Operators.SelectMany(one => one.Shares.SelectMany(
                shares => Fund(one, shares.Amount, byStake[(one.Address, shares.Strategy)], terms))),
            .. book.Services.SelectMany(service => Bind(book, service, byStake, terms)),
            new AdvanceClock(governor, phaseBlocks, terms.PhaseSeconds),
        ];
    }

    private static IEnumerable<Command> Register(Address network)
    {
        yield return new RegisterNetwork(network);
        yield return new SetMiddleware(network, network);
    }

    private static IEnumerable<Command> Fund(
        BookOperator @operator, UInt256 amount, BookVault vault, VaultTerms terms)
    {
        yield return new CreateVault(
            _curator,
            vault.Address,
            new VaultParameters(
                vault.Collateral,
                _burner,
                terms.EpochSeconds,
                VaultKind.Plain,
                HasDepositWhitelist: false,
                HasDepositLimit: false,
                UInt256.Zero,
                VaultRoleHolders.All(_curator)),
            DelegatorParameters.Of(
                BookReader.AssumedAddress($"delegator/{vault.Address}"),
                DelegatorKind.OperatorSpecific,
                _curator,
                @operator.Address,
                Address.Zero),
            new SlasherParameters(
                BookReader.AssumedAddress($"slasher/{vault.Address}"),
                new Slasher(
                    terms.VetoSeconds == 0 ? SlasherKind.Instant : SlasherKind.Veto,
                    TellsBurner: false,
                    terms.VetoSeconds,
                    ResolverSetEpochsDelay: 3)));
        yield return new OptInTo(
            @operator.Address, OptInKind.Vault, @operator.Address, vault.Address, null);
        if (amount.IsZero) yield break;

        yield return new Mint(_curator, vault.Collateral, @operator.Cohort, amount);
        yield return new DepositIntoVault(@operator.Cohort, vault.Address, @operator.Cohort, amount);
    }

    private static IEnumerable<Command> Bind(
        Book book,
        BookService service,
        Dictionary<(Address Operator, Address Strategy), BookVault> byStake,
        VaultTerms terms)
    {
        HashSet<Address> members = [.. service.Operators];
        Slashing slashing = book.World.EigenLayer.Slashing;
        uint block = (uint)book.World.Clock.Block;
        foreach (BookOperator one in book.Operators.Where(one => members.Contains(one.Address)))
        {
            foreach (BookShares shares in one.Shares)
            {
                UInt256 limit = terms.Limits == VaultLimits.Full
                    ? shares.Amount
                    : slashing.MinimumSlashableShares(one.Address, service.Set, shares.Strategy, block);
                if (limit.IsZero) continue;

                Address vault = byStake[(one.Address, shares.Strategy)].Address;
                yield return new SetMaxNetworkLimit(
                    service.Set.Avs, vault, service.Set.Id, UInt256.MaxValue);
                yield return new SetNetworkLimit(_curator, vault, service.Subnetwork, limit);
                if (terms.VetoSeconds > 0)
                {
                    yield return new SetResolver(service.Set.Avs, vault, service.Set.Id, _resolver);
                }
            }
        }
    }

    private static Address Collateral(Book book, Address strategy)
    {
        Address token = book.Strategies.First(one => one.Address == strategy).Token;
        return token.IsZero ? BookReader.AssumedAddress($"token/{strategy}") : token;
    }
}
