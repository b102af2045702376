using System.Runtime.InteropServices;
using System.Security.Cryptography;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Pods;

/// <summary>Requests of pods to the consensus layer, each for a fee that a predeploy asks.</summary>
/// <remarks>EIP-7002 for withdrawals, EIP-7251 for consolidations. Source: <c>EigenPod.sol</c>.</remarks>
public sealed class PodRequests
{
    private const int KeyBytes = 48;

    private static readonly UInt256 _stakeWei = (UInt256)32UL * Constants.Wad;

    private readonly EigenPods _pods;
    private readonly Table<Address, Predeploy> _predeploy;

    internal PodRequests(Store store, EigenPods pods)
    {
        _pods = pods;
        _predeploy = store.Table<Address, Predeploy>();
    }

    /// <summary>Where withdrawals are requested.</summary>
    public static Address Withdrawals { get; } = Address.Parse("0x00000961Ef480Eb55e80D19ad83579A64c007002");

    /// <summary>Where consolidations are requested.</summary>
    public static Address Consolidations { get; } =
        Address.Parse("0x0000BBdDc7CE488642fb579F8B00f3a590007251");

    /// <summary>Where 32 ether make a validator.</summary>
    public static Address DepositContract { get; } =
        Address.Parse("0x00000000219ab540356cBB839Cbe05303d7705Fa");

    /// <summary>What a predeploy asks and whether it answers, as a fact from outside.</summary>
    public Predeploy PredeployAt(Address address) => _predeploy[address];

    /// <summary>The name of a validator: SHA-256 of its key and 16 zero bytes.</summary>
    public static Hash32 PubkeyHash(ReadOnlySpan<byte> key)
    {
        Span<byte> padded = stackalloc byte[64];
        padded.Clear();
        key.CopyTo(padded);
        Span<byte> hash = stackalloc byte[32];
        _ = SHA256.HashData(padded, hash);
        return new Hash32(hash);
    }

    internal Refusal? SetPredeploy(Address address, Predeploy predeploy)
    {
        _predeploy[address] = predeploy;
        return null;
    }

    internal Refusal? Stake(StakeThroughManager command)
    {
        EigenPodManager manager = _pods.Core.Pods;
        if (_pods.IsPaused(Pausing.NewPods)) return Refusals.CurrentlyPaused;
        if (manager.PodOf(command.Sender).IsZero
            && manager.CreatePod(command.Sender, command.Pod) is { } refusal)
        {
            return refusal;
        }

        if (command.Wei != _stakeWei) return PodRefusals.MsgValueNot32Eth;
        if (command.Pubkey.Length != KeyBytes) return PodRefusals.InvalidPubKeyLength;

        _pods.Emit(new EigenPodStaked(manager.PodOf(command.Sender), PubkeyHash(command.Pubkey)));
        return _pods.Ledger.Transfer(Ledger.Ether, command.Sender, DepositContract, command.Wei);
    }

    internal Refusal? RequestWithdrawals(RequestWithdrawals command)
    {
        Refusal? early = CheckEntry(
            command.Sender,
            command.Owner,
            EigenPods.PausedWithdrawal,
            Withdrawals,
            command.Wei,
            command.Requests.Count);
        if (early is not null) return early;

        foreach (WithdrawalRequest request in command.Requests)
        {
            if (request.Pubkey.Length != KeyBytes) return PodRefusals.InvalidPubKeyLength;

            Hash32 hash = PubkeyHash(request.Pubkey);
            if (!IsActive(command.Owner, hash)) return PodRefusals.ValidatorNotActiveInPod;
            if (Pay(Withdrawals, command.Sender) is { } refusal) return refusal;

            Address pod = _pods.Core.Pods.PodOf(command.Owner);
            _pods.Emit(request.AmountGwei == 0
                ? new ExitRequested(pod, hash)
                : new WithdrawalRequested(pod, hash, request.AmountGwei));
        }

        return null;
    }

    internal Refusal? RequestConsolidations(RequestConsolidations command)
    {
        Refusal? early = CheckEntry(
            command.Sender,
            command.Owner,
            EigenPods.PausedConsolidation,
            Consolidations,
            command.Wei,
            command.Requests.Count);
        if (early is not null) return early;

        foreach (ConsolidationRequest request in command.Requests)
        {
            if (request.Source.Length != KeyBytes) return PodRefusals.InvalidPubKeyLength;
            if (request.Target.Length != KeyBytes) return PodRefusals.InvalidPubKeyLength;

            (Hash32 source, Hash32 target) = (PubkeyHash(request.Source), PubkeyHash(request.Target));
            if (!IsActive(command.Owner, target)) return PodRefusals.ValidatorNotActiveInPod;
            if (Pay(Consolidations, command.Sender) is { } refusal) return refusal;

            Address pod = _pods.Core.Pods.PodOf(command.Owner);
            _pods.Emit(source == target
                ? new SwitchToCompoundingRequested(pod, source)
                : new ConsolidationRequested(pod, source, target));
        }

        return null;
    }

    // What is sent beyond the fees comes back, so only the fees move.
    private Refusal? CheckEntry(
        Address sender, Address owner, int pauseBit, Address predeploy, UInt256 wei, int count)
    {
        if (_pods.IsPaused(pauseBit)) return Refusals.CurrentlyPaused;
        if (!_pods.MayProve(sender, owner)) return PodRefusals.OnlyOwnerOrProofSubmitter;
        if (_predeploy[predeploy].FailsQueries) return PodRefusals.FeeQueryFailed;

        return wei < _predeploy[predeploy].FeeWei * (uint)count ? PodRefusals.InsufficientFunds : null;
    }

    private Refusal? Pay(Address predeploy, Address sender) => _predeploy[predeploy].FailsCalls
        ? PodRefusals.PredeployFailed
        : _pods.Ledger.Transfer(Ledger.Ether, sender, predeploy, _predeploy[predeploy].FeeWei);

    private bool IsActive(Address owner, Hash32 hash) =>
        _pods.ValidatorOf(owner, hash).Status == ValidatorStatus.Active;
}

/// <summary>How a predeploy behaves.</summary>
/// <param name="FeeWei">What it asks for a request.</param>
/// <param name="FailsQueries">Whether it does not say its fee.</param>
/// <param name="FailsCalls">Whether it takes no requests.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public readonly record struct Predeploy(UInt256 FeeWei, bool FailsQueries, bool FailsCalls);
