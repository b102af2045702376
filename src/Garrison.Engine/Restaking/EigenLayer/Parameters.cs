using System.Text.Json.Serialization;

using Garrison.Primitives;

namespace Garrison.Engine.Restaking.EigenLayer;

/// <summary>Which release of the contracts sets the rules.</summary>
public enum EigenLayerVersion : byte
{
    /// <summary>1.12.0: a slash can be cleared at once.</summary>
    [JsonStringEnumMemberName("1.12.0")]
    V1120,

    /// <summary>1.13.0: a slash rests for a resolution delay, and clearing can be paused.</summary>
    [JsonStringEnumMemberName("1.13.0")]
    V1130,

    /// <summary>1.13.1: queued shares count as what can be withdrawn, so a slash never takes more.</summary>
    [JsonStringEnumMemberName("1.13.1")]
    V1131,
}

/// <summary>The waiting times of a deployment, in blocks.</summary>
/// <param name="WithdrawalDelayBlocks">A queued withdrawal stays slashable this long.</param>
/// <param name="DeallocationDelayBlocks">A reduced allocation, or a left set, stays slashable this
/// long.</param>
/// <param name="AllocationConfigurationDelayBlocks">A new allocation delay waits this long.</param>
/// <param name="SlasherConfigurationDelayBlocks">A new slasher waits this long.</param>
/// <param name="SlashResolutionDelayBlocks">A slash rests this long before it is cleared; from
/// 1.13.0.</param>
public readonly record struct Delays(
    uint WithdrawalDelayBlocks,
    uint DeallocationDelayBlocks,
    uint AllocationConfigurationDelayBlocks,
    uint SlasherConfigurationDelayBlocks,
    uint SlashResolutionDelayBlocks)
{
    /// <summary>Ethereum mainnet's: 14 days to leave, 17.5 to reconfigure, 7 to resolve.</summary>
    public static Delays Mainnet => new(100_800, 100_800, 126_000, 126_000, 50_400);
}

/// <summary>Where the contracts live: the targets of permissions and the sources of events.</summary>
/// <param name="StrategyManager">Holds deposit shares of tokens.</param>
/// <param name="DelegationManager">Holds operator shares and the withdrawal queue.</param>
/// <param name="AllocationManager">Holds operator sets and magnitudes.</param>
/// <param name="EigenPodManager">Holds deposit shares of beacon chain ether.</param>
/// <param name="PermissionController">Holds admins and appointees.</param>
/// <param name="StrategyFactory">Deploys strategies for any token.</param>
/// <param name="EigenStrategy">The strategy of EIGEN, which redistributing sets may not hold.</param>
public readonly record struct Contracts(
    Address StrategyManager,
    Address DelegationManager,
    Address AllocationManager,
    Address EigenPodManager,
    Address PermissionController,
    Address StrategyFactory,
    Address EigenStrategy)
{
    /// <summary>Ethereum mainnet's proxies.</summary>
    public static Contracts Mainnet => new(
        Address.Parse("0x858646372cc42e1a627fce94aa7a7033e7cf075a"),
        Address.Parse("0x39053d51b77dc0d36036fc1fcc8cb819df8ef37a"),
        Address.Parse("0x948a420b8cc1d6bfd0b6087c2e7c344a2cd0bc39"),
        Address.Parse("0x91e677b07f7af907ec9a428aafa9fc14a0d3a338"),
        Address.Parse("0x25e5f8b1e7adf44518d35d5b2271f114e081f0e5"),
        Address.Parse("0x5e4c39ad7a3e881585e383db9827eb4811f6f647"),
        Address.Parse("0xacb55c530acdb2849e6d4f36992cd8c9d50ed8f7"));
}

/// <summary>Who may pause, configure and upgrade a deployment.</summary>
/// <param name="Owner">Appoints the whitelister and upgrades.</param>
/// <param name="Pauser">Sets pause bits.</param>
/// <param name="Unpauser">Clears pause bits and sets deposit limits.</param>
/// <param name="StrategyWhitelister">Says which strategies take deposits.</param>
public readonly record struct Governance(
    Address Owner, Address Pauser, Address Unpauser, Address StrategyWhitelister);

/// <summary>Numbers that the contracts fix for good. Source: reference section 4.1.</summary>
public static class Constants
{
    /// <summary>Where slashed tokens of sets without a recipient go.</summary>
    public static Address BurnAddress { get; } = Address.Parse("0x00000000000000000000000000000000000E16E4");

    /// <summary>The strategy that stands for ether on the beacon chain; 1 share is 1 wei.</summary>
    public static Address BeaconChainEtherStrategy { get; } =
        Address.Parse("0xbeaC0eeEeeeeEEeEeEEEEeeEEeEeeeEeeEEBEaC0");

    /// <summary>How many strategies a staker may hold, beacon chain ether not counted.</summary>
    public const int StrategiesPerStakerMax = 32;

    /// <summary>A whole magnitude, factor or ratio: 10¹⁸.</summary>
    public const ulong Wad = 1_000_000_000_000_000_000;

    /// <summary>Wei in a gwei.</summary>
    public const ulong WeiPerGwei = 1_000_000_000;

    /// <summary>The most shares a strategy may have: 10³⁸ − 1.</summary>
    public static UInt256 TotalSharesMax { get; } =
        UInt256.Parse("99999999999999999999999999999999999999");

    /// <summary>Shares and tokens that a strategy counts as there from the start, against
    /// inflation.</summary>
    public static UInt256 VirtualOffset { get; } = 1000UL;
}

/// <summary>Puts EigenLayer into a world.</summary>
/// <param name="Sender">Who asks.</param>
/// <param name="Version">Whose rules hold.</param>
/// <param name="Delays">The waiting times.</param>
/// <param name="Contracts">The addresses.</param>
/// <param name="Governance">The powers.</param>
public sealed record DeployEigenLayer(
    Address Sender, EigenLayerVersion Version, Delays Delays, Contracts Contracts, Governance Governance)
    : Command(Sender)
{
    internal override Refusal? Apply(World world) =>
        world.EigenLayer.Deploy(Version, Delays, Contracts, Governance);
}

/// <summary>Changes the rules to those of another release.</summary>
/// <param name="Sender">The owner.</param>
/// <param name="Version">Whose rules hold from now on.</param>
public sealed record UpgradeEigenLayer(Address Sender, EigenLayerVersion Version) : Command(Sender)
{
    internal override Refusal? Apply(World world) => world.EigenLayer.Upgrade(Sender, Version);
}
