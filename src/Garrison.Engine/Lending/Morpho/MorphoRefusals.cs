namespace Garrison.Engine.Lending.Morpho;

/// <summary>The refusals of Morpho, with the texts of <c>ErrorsLib.sol</c>.</summary>
internal static class MorphoRefusals
{
    public static readonly Refusal NotOwner = new("not owner");
    public static readonly Refusal MaxLltvExceeded = new("max LLTV exceeded");
    public static readonly Refusal MaxFeeExceeded = new("max fee exceeded");
    public static readonly Refusal AlreadySet = new("already set");
    public static readonly Refusal IrmNotEnabled = new("IRM not enabled");
    public static readonly Refusal LltvNotEnabled = new("LLTV not enabled");
    public static readonly Refusal MarketAlreadyCreated = new("market already created");
    public static readonly Refusal MarketNotCreated = new("market not created");
    public static readonly Refusal InconsistentInput = new("inconsistent input");
    public static readonly Refusal ZeroAssets = new("zero assets");
    public static readonly Refusal ZeroAddress = new("zero address");
    public static readonly Refusal Unauthorized = new("unauthorized");
    public static readonly Refusal InsufficientCollateral = new("insufficient collateral");
    public static readonly Refusal InsufficientLiquidity = new("insufficient liquidity");
    public static readonly Refusal HealthyPosition = new("position is healthy");
    public static readonly Refusal InvalidSignature = new("invalid signature");
    public static readonly Refusal SignatureExpired = new("signature expired");
    public static readonly Refusal InvalidNonce = new("invalid nonce");
    public static readonly Refusal TransferReverted = new("transfer reverted");
    public static readonly Refusal TransferFromReverted = new("transferFrom reverted");
    public static readonly Refusal MaxUint128Exceeded = new("max uint128 exceeded");

    /// <summary>Ours: there is one Morpho in a world.</summary>
    public static readonly Refusal AlreadyDeployed = new("AlreadyDeployed");
}
