using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer.Rewards;

/// <summary>How much a strategy's shares weigh in a submission.</summary>
/// <param name="Strategy">Which strategy.</param>
/// <param name="Multiplier">Weight of a share, 96 bits; may be 0.</param>
public readonly record struct StrategyMultiplier(Address Strategy, UInt256 Multiplier);

/// <summary>Rewards for all who back a service or a set with some strategies, by stake.</summary>
/// <param name="Strategies">Which strategies, in ascending order.</param>
/// <param name="Token">What is paid.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
/// <param name="StartSeconds">From when, in seconds since the Unix epoch.</param>
/// <param name="DurationSeconds">For how long.</param>
public sealed record Submission(
    IReadOnlyList<StrategyMultiplier> Strategies,
    Address Token,
    UInt256 Amount,
    uint StartSeconds,
    uint DurationSeconds)
{
    /// <summary>The Keccak hash of who pays, its nonce and this.</summary>
    internal Hash32 HashFor(Address submitter, ulong nonce)
    {
        AbiWriter abi = new();
        abi.Write(submitter.ToUInt256());
        abi.Write(nonce);
        abi.Write(3 * AbiWriter.WordBytes);

        // The tuple: its list of strategies begins behind its five words.
        abi.Write(5 * AbiWriter.WordBytes);
        abi.Write(Token.ToUInt256());
        abi.Write(Amount);
        abi.Write(StartSeconds);
        abi.Write(DurationSeconds);
        abi.WritePairs(Strategies.Select(static one => (one.Strategy, one.Multiplier)));
        return abi.Hash();
    }
}

/// <summary>What one operator is paid.</summary>
/// <param name="Operator">Whom.</param>
/// <param name="Amount">How much, in the token's smallest unit.</param>
public readonly record struct OperatorReward(Address Operator, UInt256 Amount);

/// <summary>Rewards that a service assigns to operators one by one, for work that is done.</summary>
/// <param name="Strategies">By which stake each operator's part is shared, in ascending order.</param>
/// <param name="Token">What is paid.</param>
/// <param name="OperatorRewards">To whom, in ascending order.</param>
/// <param name="StartSeconds">From when, in seconds since the Unix epoch.</param>
/// <param name="DurationSeconds">For how long.</param>
/// <param name="Description">What for.</param>
public sealed record DirectedSubmission(
    IReadOnlyList<StrategyMultiplier> Strategies,
    Address Token,
    IReadOnlyList<OperatorReward> OperatorRewards,
    uint StartSeconds,
    uint DurationSeconds,
    string Description)
{
    /// <summary>The Keccak hash of the service, its nonce and this.</summary>
    internal Hash32 HashFor(Address avs, ulong nonce)
    {
        const int HeadWords = 6;
        int operatorsAt = HeadWords + 1 + (2 * Strategies.Count);
        int descriptionAt = operatorsAt + 1 + (2 * OperatorRewards.Count);
        AbiWriter abi = new();
        abi.Write(avs.ToUInt256());
        abi.Write(nonce);
        abi.Write(3 * AbiWriter.WordBytes);
        abi.Write(HeadWords * AbiWriter.WordBytes);
        abi.Write(Token.ToUInt256());
        abi.Write((uint)(operatorsAt * AbiWriter.WordBytes));
        abi.Write(StartSeconds);
        abi.Write(DurationSeconds);
        abi.Write((uint)(descriptionAt * AbiWriter.WordBytes));
        abi.WritePairs(Strategies.Select(static one => (one.Strategy, one.Multiplier)));
        abi.WritePairs(OperatorRewards.Select(static one => (one.Operator, one.Amount)));
        abi.WriteText(Description);
        return abi.Hash();
    }
}
