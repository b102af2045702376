using Garrison.Primitives;

namespace Garrison.Engine.Exchange.ComposableStable;

public sealed partial class ComposableStablePools
{
    private const int MinTokens = 2;
    private const int MaxTokens = 5;
    private const ulong MaxDecimals = 18;
    private const ulong MinSwapFee = 1_000_000_000_000;
    private const ulong MaxSwapFee = 100_000_000_000_000_000;
    private const ulong MinAmplification = 1;
    private const ulong MaxAmplification = 5_000;

    internal Refusal? Create(CreateComposableStablePool command)
    {
        if (Exists(command.Pool)) return ComposableStableRefusals.AlreadyExists;
        if (Check(command) is { } refusal) return refusal;

        Address pool = command.Pool;
        PoolTurn turn = default;
        turn.Settings = ToSettings(command);
        ProtocolFees fees = _fees.Value;
        turn.State = new PoolState
        {
            SwapFee = command.SwapFee,
            ProtocolSwapFee = fees.Swap,
            ProtocolYieldFee = fees.Yield,
            ProtocolAumFee = fees.Aum,
            Amplification = AmplificationPath.Constant(
                command.Amplification * StableMath.AmplificationPrecision, Now),
        };
        _store.Emit(new ComposableSwapFeeChanged(pool, command.SwapFee));
        _store.Emit(new ComposableAmpUpdateStopped(pool, turn.State.Amplification.EndValue));
        if (FirstRates(command, ref turn) is { } failure) return failure;

        _settings[pool] = turn.Settings;
        _state[pool] = turn.State;
        _rates[pool] = turn.Rates;
        _ledger.IssuePoolToken(pool);
        LogProtocolFees(pool);
        return null;
    }

    private static Refusal? Check(CreateComposableStablePool command)
    {
        IReadOnlyList<ComposableStableToken> tokens = command.Tokens;
        if (tokens.Count + 1 > MaxTokens + 1) return ComposableStableRefusals.MaxTokens;

        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Token == command.Pool || (i > 0 && tokens[i].Token <= tokens[i - 1].Token))
            {
                return ComposableStableRefusals.UnsortedArray;
            }
        }

        if (CheckSwapFee(command.SwapFee) is { } wrongFee) return wrongFee;
        if (tokens.Count > 0 && tokens[0].Token.IsZero) return ComposableStableRefusals.InvalidToken;
        if (command.Amplification < MinAmplification) return ComposableStableRefusals.MinAmp;
        if (command.Amplification > MaxAmplification) return ComposableStableRefusals.MaxAmp;
        if (tokens.Count < MinTokens) return ComposableStableRefusals.MinTokens;

        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Decimals > MaxDecimals) return ComposableStableRefusals.SubOverflow;
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].IsExemptFromYieldFee && tokens[i].RateProvider.IsZero)
            {
                return ComposableStableRefusals.TokenHasNoRateProvider;
            }
        }

        return null;
    }

    // The pool's own token takes the place that its address has among the others.
    private static PoolSettings ToSettings(CreateComposableStablePool command)
    {
        TokenAddresses addresses = default;
        TokenAddresses providers = default;
        TokenNumbers factors = default;
        int exempt = 0;
        int own = 0;
        while (own < command.Tokens.Count && command.Tokens[own].Token < command.Pool)
        {
            own++;
        }

        addresses[own] = command.Pool;
        factors[own] = StableMath.One;
        for (int i = 0; i < command.Tokens.Count; i++)
        {
            int index = i < own ? i : i + 1;
            ComposableStableToken token = command.Tokens[i];
            addresses[index] = token.Token;
            providers[index] = token.RateProvider;
            factors[index] = StableMath.One * ((UInt256)10).Pow((uint)(MaxDecimals - token.Decimals));
            exempt |= token.IsExemptFromYieldFee ? 1 << index : 0;
        }

        return new PoolSettings(
            command.Owner,
            (byte)(command.Tokens.Count + 1),
            (byte)own,
            addresses,
            providers,
            factors,
            (byte)exempt,
            command.PauseWindowEnd,
            command.BufferPeriodEnd);
    }

    private Refusal? FirstRates(CreateComposableStablePool command, ref PoolTurn turn)
    {
        for (int i = 0; i < command.Tokens.Count; i++)
        {
            int index = turn.Settings.WithPoolToken(i);
            if (!turn.Settings.HasRateProvider(index)) continue;

            UInt256 duration = command.Tokens[i].RateCacheDuration;
            if (SetDuration(command.Pool, ref turn, index, duration) is { } refusal) return refusal;

            turn.Rates[index] = turn.Rates[index] with { Old = turn.Rates[index].Current };
        }

        return null;
    }

    private static Refusal? CheckSwapFee(UInt256 fee) =>
        fee < MinSwapFee ? ComposableStableRefusals.MinSwapFeePercentage
        : fee > MaxSwapFee ? ComposableStableRefusals.MaxSwapFeePercentage
        : null;
}

/// <summary>A token of a pool that is made.</summary>
/// <param name="Token">Which.</param>
/// <param name="Decimals">How many it has, at most 18.</param>
/// <param name="RateProvider">Who knows its rate; zero for a rate of 1.</param>
/// <param name="RateCacheDuration">For how many seconds a rate is kept.</param>
/// <param name="IsExemptFromYieldFee">Whether its yield pays no protocol fee.</param>
public sealed record ComposableStableToken(
    Address Token,
    ulong Decimals,
    Address RateProvider = default,
    ulong RateCacheDuration = 0,
    bool IsExemptFromYieldFee = false);
