using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>A withdrawal as it stands in the queue; the one who completes it states it in full.</summary>
/// <param name="Staker">Whose shares.</param>
/// <param name="DelegatedTo">The operator at the time of queueing, to whose slashes it stays exposed.</param>
/// <param name="Withdrawer">Who may complete it: the staker.</param>
/// <param name="Nonce">Its number among the staker's.</param>
/// <param name="StartBlock">When it was queued.</param>
/// <param name="Strategies">Of what.</param>
/// <param name="ScaledShares">How much of each: ⌊deposit shares · k⌋, before slashing.</param>
public sealed record Withdrawal(
    Address Staker,
    Address DelegatedTo,
    Address Withdrawer,
    ulong Nonce,
    uint StartBlock,
    IReadOnlyList<Address> Strategies,
    IReadOnlyList<UInt256> ScaledShares)
{
    private const int Word = 32;
    private const int HeadWords = 8;

    /// <summary>The name of the withdrawal on chain: the Keccak hash of its ABI encoding.</summary>
    public Hash32 Root()
    {
        byte[] bytes = new byte[Word * (HeadWords + 2 + Strategies.Count + ScaledShares.Count)];
        int strategiesAt = Word * (HeadWords - 1);
        int sharesAt = strategiesAt + (Word * (1 + Strategies.Count));
        Write(bytes, 0, Word);
        Write(bytes, 1, Staker.ToUInt256());
        Write(bytes, 2, DelegatedTo.ToUInt256());
        Write(bytes, 3, Withdrawer.ToUInt256());
        Write(bytes, 4, Nonce);
        Write(bytes, 5, StartBlock);
        Write(bytes, 6, (uint)strategiesAt);
        Write(bytes, 7, (uint)sharesAt);
        WriteList(bytes, HeadWords, [.. Strategies.Select(static strategy => strategy.ToUInt256())]);
        WriteList(bytes, HeadWords + 1 + Strategies.Count, ScaledShares);
        return Keccak.Hash(bytes);
    }

    private static void WriteList(byte[] bytes, int word, IReadOnlyList<UInt256> values)
    {
        Write(bytes, word, (uint)values.Count);
        for (int i = 0; i < values.Count; i++)
        {
            Write(bytes, word + 1 + i, values[i]);
        }
    }

    private static void Write(byte[] bytes, int word, UInt256 value) =>
        value.WriteBigEndian(bytes.AsSpan(word * Word, Word));
}
