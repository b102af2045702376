namespace Garrison.Engine.Exchange.StableSwap;

/// <summary>The errors of Curve's pools and their factory, by their texts.</summary>
/// <remarks>Most of what a pool refuses it refuses without a word.</remarks>
internal static class StableSwapRefusals
{
    public static readonly Refusal Duplicate = new("Duplicate coins");
    public static readonly Refusal EmptyRevert = Refusal.EmptyRevert;
    public static readonly Refusal FewerExchanged =
        new("Exchange resulted in fewer coins than expected");

    public static readonly Refusal FewerRemoved = new("Not enough coins removed");
    public static readonly Refusal FewerWithdrawn =
        new("Withdrawal resulted in fewer coins than expected");

    public static readonly Refusal InvalidFee = new("Invalid fee");
    public static readonly Refusal Slippage = new("Slippage screwed you");
    public static readonly Refusal TooManyDecimals = new("Max 18 decimals for coins");
}
