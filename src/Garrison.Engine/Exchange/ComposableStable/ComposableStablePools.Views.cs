using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

public sealed partial class ComposableStablePools
{
    /// <summary>Whether there is such a pool.</summary>
    public bool Exists(Address pool) => _settings.Read(pool).Count != 0;

    /// <summary>Its tokens in the order of the vault, its own among them.</summary>
    public IReadOnlyList<Address> Tokens(Address pool)
    {
        TokenAddresses tokens = _settings.Read(pool).Tokens;
        return ((ReadOnlySpan<Address>)tokens)[.._settings.Read(pool).Count].ToArray();
    }

    /// <summary>What the vault holds of a token for a pool, in the token's smallest unit.</summary>
    public UInt256 Balance(Address pool, Address token)
    {
        int index = _settings.Read(pool).IndexOf(token);
        return index < 0 ? UInt256.Zero : _state.Read(pool).Balances[index];
    }

    /// <summary>The block in which the vault changed the pool last.</summary>
    public ulong LastChangeBlock(Address pool) => _state.Read(pool).LastChangeBlock;

    /// <summary>The pool's own tokens in circulation: all but those that the pool has itself.</summary>
    public UInt256 VirtualSupply(Address pool) => _ledger.Supply(pool) - Balance(pool, pool);

    /// <summary>The virtual supply with the protocol's fees that are not minted yet; null while it cannot be
    /// worked out.</summary>
    public UInt256? ActualSupply(Address pool)
    {
        PoolTurn turn = default;
        Begin(pool, ref turn);
        turn.Upscale(Now, _ledger.Supply(pool));
        _ = turn.AccrueFeesOfThePast();
        return turn.Math.Refusal is null ? turn.Supply : null;
    }

    /// <summary>What one of the pool's own tokens stands for of the invariant, down; null while it cannot be
    /// worked out.</summary>
    public Wad? Rate(Address pool)
    {
        PoolTurn turn = default;
        Begin(pool, ref turn);
        turn.Upscale(Now, _ledger.Supply(pool));
        UInt256 rate = turn.Math.RatioDown(turn.PayFeesOfThePast(), turn.Supply);
        return turn.Math.Refusal is null ? new Wad(rate) : null;
    }

    /// <summary>The swap fee.</summary>
    public Wad SwapFee(Address pool) => new(_state.Read(pool).SwapFee);

    /// <summary>The amplification of this second, in 1/1,000.</summary>
    public ulong Amplification(Address pool) => _state.Read(pool).Amplification.At(Now);

    /// <summary>Whether the amplification moves.</summary>
    public bool IsAmplificationUpdating(Address pool) => _state.Read(pool).Amplification.IsMoving(Now);

    /// <summary>What brings each token to 18 decimals at its kept rate, in 10⁻¹⁸, in the vault's
    /// order.</summary>
    public IReadOnlyList<UInt256> ScalingFactors(Address pool)
    {
        PoolTurn turn = default;
        Begin(pool, ref turn);
        turn.Upscale(Now, _ledger.Supply(pool));
        return ((ReadOnlySpan<UInt256>)turn.Factors)[..turn.Settings.Count].ToArray();
    }

    /// <summary>The amplification that the last join or exit was made at, in 1/1,000.</summary>
    public ulong LastJoinExitAmplification(Address pool) => _state.Read(pool).LastAmplification;

    /// <summary>The invariant after the last join or exit.</summary>
    public UInt256 LastPostJoinExitInvariant(Address pool) => _state.Read(pool).LastInvariant;

    /// <summary>The part of the protocol that a pool charges; 0 while it is in recovery.</summary>
    public Wad ProtocolFeeOf(Address pool, ComposableStableFeeType type)
    {
        ref readonly PoolState state = ref _state.Read(pool);
        return state.InRecoveryMode ? default : new Wad(type switch
        {
            ComposableStableFeeType.Swap => state.ProtocolSwapFee,
            ComposableStableFeeType.Yield => state.ProtocolYieldFee,
            _ => state.ProtocolAumFee,
        });
    }

    /// <summary>The part of the protocol that is set for all pools.</summary>
    public Wad ProtocolFee(ComposableStableFeeType type) => new(type switch
    {
        ComposableStableFeeType.Swap => _fees.Value.Swap,
        ComposableStableFeeType.Yield => _fees.Value.Yield,
        _ => _fees.Value.Aum,
    });

    /// <summary>The kept rate of a token; null when it has no provider, and so the rate 1.</summary>
    public ComposableStableRate? RateOf(Address pool, Address token)
    {
        ref readonly PoolSettings settings = ref _settings.Read(pool);
        int index = settings.IndexOf(token);
        return index < 0 || !settings.HasRateProvider(index) ? null : _rates.Read(pool)[index];
    }

    /// <summary>The rate that a provider would answer, in 10⁻¹⁸.</summary>
    public Wad ProviderRate(Address provider) => new(_providerRate[provider]);

    /// <summary>Whether the pool can be left by recovery.</summary>
    public bool InRecoveryMode(Address pool) => _state.Read(pool).InRecoveryMode;

    /// <summary>Whether the pool takes no swaps, joins and exits.</summary>
    /// <remarks>A pause ends by itself with the buffer period.</remarks>
    public bool IsPaused(Address pool) =>
        _state.Read(pool).IsPaused && Now <= _settings.Read(pool).BufferPeriodEnd;
}
