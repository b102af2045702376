namespace Garrison.Engine.Restaking.Symbiotic.Rewards;

/// <summary>The errors of rewards, by the contracts' names.</summary>
internal static class RewardsRefusals
{
    public static readonly Refusal HighAdminFee = new("HighAdminFee");
    public static readonly Refusal InsufficientAdminFee = new("InsufficientAdminFee");
    public static readonly Refusal InsufficientBalance = new("InsufficientBalance");
    public static readonly Refusal InsufficientReward = new("InsufficientReward");
    public static readonly Refusal InsufficientTotalClaimable = new("InsufficientTotalClaimable");
    public static readonly Refusal InsufficientTransfer = new("InsufficientTransfer");
    public static readonly Refusal InvalidAdminFee = new("InvalidAdminFee");
    public static readonly Refusal InvalidProof = new("InvalidProof");
    public static readonly Refusal InvalidRewardTimestamp = new("InvalidRewardTimestamp");
    public static readonly Refusal NoRewardsToClaim = new("NoRewardsToClaim");
    public static readonly Refusal NotVault = new("NotVault");
    public static readonly Refusal RootNotSet = new("RootNotSet");
}
