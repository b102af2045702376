using Garrison.Primitives;

namespace Garrison.Engine.LiquidRestaking.Issuing;

/// <summary>Pays the lower of two rates: who waits bears losses and earns no rewards.</summary>
/// <remarks>Source: <c>PufferWithdrawalManager.sol</c>, <c>RswEXIT.sol</c>.</remarks>
public static class LesserRate
{
    /// <summary>⌊tokens · the lower rate⌋, against the one who leaves.</summary>
    public static UInt256 PayDown(UInt256 tokens, Wad atRequest, Wad atFinalization) =>
        Lower(atRequest, atFinalization).MulDown(tokens);

    /// <summary>What is set aside for several requests of different rates: the lesser of what was expected
    /// and ⌊tokens · rate⌋. Never less than they are paid one by one.</summary>
    public static UInt256 SetAsideDown(UInt256 tokens, UInt256 expected, Wad atFinalization) =>
        UInt256.Min(expected, atFinalization.MulDown(tokens));

    /// <summary>The lower of two rates.</summary>
    public static Wad Lower(Wad one, Wad other) => one < other ? one : other;
}
