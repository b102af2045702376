using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Vaults;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The commands of duration vaults in a <see cref="Script"/>.</summary>
/// <remarks>
/// <code>
/// vault V A avs/1 600 100 1000      ok
/// </code>
/// is a vault V of strategy A's token for a set, locked for 600 seconds, with its two limits; <c>admin</c>
/// and <c>judge</c> are its admin and arbitrator.
/// </remarks>
internal static class VaultVerbs
{
    /// <summary>The command of a line; null when it is not one of vaults.</summary>
    public static Command? Command(string[] words) => words switch
    {
        ["vault", var vault, var strategy, var set, var seconds, var each, var all, .. var odd] =>
            new DeployDurationVault(Of("anyone"), Of(vault), new VaultConfiguration(
                Of("t" + strategy),
                18,
                odd.Contains("ownerless") ? default : Of("admin"),
                odd.Contains("judgeless") ? default : Of("judge"),
                uint.Parse(seconds),
                new DepositLimits(Number(each), Number(all)),
                "",
                odd.Contains("setless") ? default : Set(set),
                default,
                "")),
        ["lock", var sender, var vault] => new LockVault(Of(sender), Of(vault)),
        ["mature", var vault] => new MarkMatured(Of("anyone"), Of(vault)),
        ["advance", var sender, var vault] => new AdvanceToWithdrawals(Of(sender), Of(vault)),
        ["vaultLimits", var sender, var vault, var each, var all] => new UpdateTvlLimits(
            Of(sender), Of(vault), Number(each), Number(all)),
        ["vaultApprover", var sender, var vault, var approver] => new UpdateVaultApprover(
            Of(sender), Of(vault), Of(approver)),
        ["vaultUri", var sender, var vault] => new UpdateVaultMetadata(Of(sender), Of(vault), ""),
        ["vaultOperatorUri", var sender, var vault] => new UpdateVaultOperatorMetadata(
            Of(sender), Of(vault), ""),
        ["vaultClaimer", var sender, var vault, var who] => new SetVaultRewardsClaimer(
            Of(sender), Of(vault), Of(who)),
        ["beforeAdd", var sender, var vault] => new BeforeAddShares(Of(sender), Of(vault), Of("alice"), 1UL),
        ["beforeRemove", var sender, var vault] => new BeforeRemoveShares(
            Of(sender), Of(vault), Of("alice"), 1UL),
        ["depositVault", var who, var vault, var strategy, var amount] => new DepositIntoStrategy(
            Of(who), Of(vault), Of("t" + strategy), Number(amount)),
        _ => null,
    };
}
