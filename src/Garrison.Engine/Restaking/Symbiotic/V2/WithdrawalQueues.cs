using System.Runtime.InteropServices;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.Symbiotic.V2;

/// <summary>Who waits to leave each vault, first come first served.</summary>
/// <remarks>
/// Shares that wait stay shares: they earn and are slashed until a fill redeems them at the price of that
/// moment. A request is a token with an owner, and is claimed in as many parts as it was filled in. Source:
/// <c>WithdrawalQueue.sol</c>.
/// </remarks>
public sealed class WithdrawalQueues
{
    private readonly Store _store;
    private readonly SymbioticV2 _v2;
    private readonly Table<Address, Requested> _requested;
    private readonly Table<Numbered, RedemptionRequest> _request;
    private readonly QueueFills _fills;

    internal WithdrawalQueues(Store store, SymbioticV2 v2)
    {
        _store = store;
        _v2 = v2;
        _requested = store.Table<Address, Requested>();
        _request = store.Table<Numbered, RedemptionRequest>();
        _fills = new QueueFills(store);
    }

    /// <summary>How many requests there were.</summary>
    public ulong Count(Address vault) => _requested[vault].Requests;

    /// <summary>All shares that were ever queued.</summary>
    public UInt256 TotalRequested(Address vault) => _requested[vault].Shares;

    /// <summary>All shares that were redeemed.</summary>
    public UInt256 TotalFilled(Address vault) => _fills.Last(vault).Shares;

    /// <summary>All assets that redeemed shares brought.</summary>
    public UInt256 TotalBrought(Address vault) => _fills.Last(vault).Assets;

    /// <summary>The shares that wait.</summary>
    public UInt256 PendingShares(Address vault) => TotalRequested(vault) - TotalFilled(vault);

    /// <summary>What the shares that wait are worth, rounded down for the vault.</summary>
    public UInt256 PendingAssets(Address vault) => _v2.Vaults.Pool(vault).ToAssetsDown(PendingShares(vault));

    /// <summary>A request by its number, counted from 0; default when there is none.</summary>
    public RedemptionRequest Get(Address vault, ulong number) => _request[new(vault, number)];

    /// <summary>What a request could claim: what the fills brought for the shares between what it claimed
    /// before and where the fills are. Both ends are rounded down.</summary>
    public (UInt256 Assets, UInt256 Shares) Claimable(Address vault, ulong number)
    {
        RedemptionRequest request = Get(vault, number);
        UInt256 from = request.SharesBefore + request.SharesClaimed;
        UInt256 to = UInt256.Min(request.SharesBefore + request.Shares, TotalFilled(vault));
        return to <= from
            ? default
            : (_fills.BroughtUpToDown(vault, to) - _fills.BroughtBeforeDown(vault, from), to - from);
    }

    internal Refusal? Request(Address sender, Address vault, UInt256 shares, Address receiver)
    {
        if (!_v2.Vaults.Exists(vault)) return VaultV2Refusals.NoVault;
        if (shares.IsZero) return VaultV2Refusals.ZeroShares;

        Address queue = _v2.Vaults.At(vault).Queue;
        if (_v2.Shares.Transfer(vault, sender, queue, shares) is { } refusal) return refusal;
        if (receiver.IsZero) return VaultV2Refusals.Erc721InvalidReceiver;

        Requested before = _requested[vault];
        ulong number = before.Requests;
        _request[new(vault, number)] = new RedemptionRequest(receiver, shares, UInt256.Zero, before.Shares);
        _requested[vault] = new Requested(number + 1, before.Shares + shares);
        _store.Emit(new RequestTransferred(queue, Address.Zero, receiver, number));
        _store.Emit(new RedemptionRequested(queue, sender, receiver, shares, number));
        return _v2.Delegators.Sweep(vault, out _);
    }

    internal Refusal? Transfer(Address sender, Address vault, ulong number, Address to)
    {
        if (!_v2.Vaults.Exists(vault)) return VaultV2Refusals.NoVault;
        if (to.IsZero) return VaultV2Refusals.Erc721InvalidReceiver;

        RedemptionRequest request = Get(vault, number);
        if (request.Owner.IsZero) return VaultV2Refusals.Erc721NonexistentToken;
        if (request.Owner != sender) return VaultV2Refusals.Erc721InsufficientApproval;

        _request[new(vault, number)] = request with { Owner = to };
        _store.Emit(new RequestTransferred(_v2.Vaults.At(vault).Queue, sender, to, number));
        return null;
    }

    /// <summary>Redeems as many of the shares that wait as the vault can pay for.</summary>
    internal Refusal? Fill(Address vault)
    {
        UInt256 pending = PendingShares(vault);
        if (pending.IsZero) return null;

        UInt256 affordable = _v2.Vaults.Pool(vault).ToSharesDown(_v2.Vaults.Withdrawable(vault));
        UInt256 shares = UInt256.Min(pending, affordable);
        if (shares.IsZero) return null;

        Address queue = _v2.Vaults.At(vault).Queue;
        if (_v2.Vaults.Redeem(queue, vault, shares, queue, out UInt256 assets) is { } refusal) return refusal;

        _fills.Push(vault, shares, assets);
        _store.Emit(new QueueFilled(queue, assets, shares));
        return null;
    }

    /// <summary>Pays the owner of a request what it can claim; anyone may ask.</summary>
    internal Refusal? Claim(Address vault, ulong number)
    {
        if (!_v2.Vaults.Exists(vault)) return VaultV2Refusals.NoVault;

        RedemptionRequest request = Get(vault, number);
        if (request.Owner.IsZero) return VaultV2Refusals.Erc721NonexistentToken;

        (UInt256 assets, UInt256 shares) = Claimable(vault, number);
        VaultV2 fixedPart = _v2.Vaults.At(vault);
        _request[new(vault, number)] = request with { SharesClaimed = request.SharesClaimed + shares };
        if (_v2.Ledger.Transfer(fixedPart.Asset, fixedPart.Queue, request.Owner, assets) is { } refusal)
        {
            return refusal;
        }

        _store.Emit(new RedemptionClaimed(fixedPart.Queue, number, assets, shares));
        return null;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Numbered(Address Vault, ulong Number);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private readonly record struct Requested(ulong Requests, UInt256 Shares);
}

/// <summary>Shares that somebody wants to be paid out.</summary>
/// <param name="Owner">Who is paid.</param>
/// <param name="Shares">How many shares.</param>
/// <param name="SharesClaimed">For how many of them the owner was paid.</param>
/// <param name="SharesBefore">How many shares were queued before them.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct RedemptionRequest(
    Address Owner, UInt256 Shares, UInt256 SharesClaimed, UInt256 SharesBefore);
