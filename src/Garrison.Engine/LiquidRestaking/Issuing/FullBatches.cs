namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Batches of a fixed number of requests, which are finalised only when full.</summary>
/// <remarks>Requests are counted from 0, and the first batch is filled with none, so that batch 0 is always
/// final. Source: <c>PufferWithdrawalManager.sol</c>.</remarks>
/// <param name="Size">How many requests make a batch, at least 1.</param>
public readonly record struct FullBatches(uint Size)
{
    /// <summary>The number of the first real request.</summary>
    public ulong First => Size;

    /// <summary>The batch of a request.</summary>
    public ulong Of(ulong request) => request / Size;

    /// <summary>Whether a batch is full when so many requests were made, those of batch 0 included.</summary>
    public bool IsFull(ulong batch, ulong requests) => batch < requests / Size;
}
