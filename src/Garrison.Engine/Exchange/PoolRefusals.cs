namespace Garrison.Engine.Exchange;

/// <summary>What the one shape of pools refuses itself; the rest are the pool's own errors.</summary>
internal static class PoolRefusals
{
    public static readonly Refusal NoSuchPool = new("NoSuchPool");
    public static readonly Refusal NotTradedHere = new("NotTradedHere");
    public static readonly Refusal WrongNumberOfAmounts = new("WrongNumberOfAmounts");

    /// <summary>The contract sells exact amounts only, it does not buy them.</summary>
    public static readonly Refusal ExactOutputNotOffered = new("ExactOutputNotOffered");

    /// <summary>Less comes out, or more goes in, than was allowed.</summary>
    public static readonly Refusal LimitNotMet = new("LimitNotMet");
    public static readonly Refusal NoAveragePrice = new("NoAveragePrice");
}
