namespace Garrison.Engine.Exchange.ConstantProduct;

/// <summary>The errors of Uniswap v2, by the contracts' texts.</summary>
internal static class ConstantProductRefusals
{
    public static readonly Refusal EmptyRevert = Refusal.EmptyRevert;

    public static readonly Refusal AddOverflow = new("ds-math-add-overflow");
    public static readonly Refusal MulOverflow = new("ds-math-mul-overflow");
    public static readonly Refusal SubUnderflow = new("ds-math-sub-underflow");

    public static readonly Refusal Forbidden = new("UniswapV2: FORBIDDEN");
    public static readonly Refusal IdenticalAddresses = new("UniswapV2: IDENTICAL_ADDRESSES");
    public static readonly Refusal InsufficientInputAmount = new("UniswapV2: INSUFFICIENT_INPUT_AMOUNT");
    public static readonly Refusal InsufficientLiquidity = new("UniswapV2: INSUFFICIENT_LIQUIDITY");
    public static readonly Refusal InsufficientLiquidityBurned =
        new("UniswapV2: INSUFFICIENT_LIQUIDITY_BURNED");

    public static readonly Refusal InsufficientLiquidityMinted =
        new("UniswapV2: INSUFFICIENT_LIQUIDITY_MINTED");

    public static readonly Refusal InsufficientOutputAmount = new("UniswapV2: INSUFFICIENT_OUTPUT_AMOUNT");
    public static readonly Refusal InvalidTo = new("UniswapV2: INVALID_TO");
    public static readonly Refusal InvariantFalls = new("UniswapV2: K");
    public static readonly Refusal Overflow = new("UniswapV2: OVERFLOW");
    public static readonly Refusal PairExists = new("UniswapV2: PAIR_EXISTS");
    public static readonly Refusal TransferFailed = new("UniswapV2: TRANSFER_FAILED");
    public static readonly Refusal ZeroAddress = new("UniswapV2: ZERO_ADDRESS");

    public static readonly Refusal NoInput = new("UniswapV2Library: INSUFFICIENT_INPUT_AMOUNT");
    public static readonly Refusal NoLiquidity = new("UniswapV2Library: INSUFFICIENT_LIQUIDITY");
    public static readonly Refusal NoOutput = new("UniswapV2Library: INSUFFICIENT_OUTPUT_AMOUNT");
}
