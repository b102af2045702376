namespace Garrison.Engine.Exchange.Concentrated;

/// <summary>The errors of Uniswap v3, by the contracts' short texts.</summary>
internal static class ConcentratedRefusals
{
    /// <summary>A requirement without a text; also what a contract of Solidity 0.7 does instead of a
    /// panic.</summary>
    public static readonly Refusal EmptyRevert = Refusal.EmptyRevert;

    public static readonly Refusal AlreadyInitialized = new("AI");
    public static readonly Refusal Amount0Short = new("M0");
    public static readonly Refusal Amount1Short = new("M1");
    public static readonly Refusal AmountZero = new("AS");
    public static readonly Refusal Flash0Short = new("F0");
    public static readonly Refusal Flash1Short = new("F1");
    public static readonly Refusal InputShort = new("IIA");
    public static readonly Refusal LiquidityAboveMax = new("LA");
    public static readonly Refusal LiquidityBelowZero = new("LS");
    public static readonly Refusal Locked = new("LOK");
    public static readonly Refusal NoLiquidity = new("L");
    public static readonly Refusal NoPosition = new("NP");
    public static readonly Refusal PriceLimit = new("SPL");
    public static readonly Refusal PriceOutOfRange = new("R");
    public static readonly Refusal TickLowerBelowMin = new("TLM");
    public static readonly Refusal TickLowerNotBelowUpper = new("TLU");
    public static readonly Refusal TickOverflows = new("LO");
    public static readonly Refusal TickUpperAboveMax = new("TUM");
    public static readonly Refusal TooOld = new("OLD");
    public static readonly Refusal TransferFailed = new("TF");
    public static readonly Refusal Uninitialized = new("I");
}
