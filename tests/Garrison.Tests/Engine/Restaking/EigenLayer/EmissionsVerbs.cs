using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Emissions;
using Garrison.Engine.Restaking.EigenLayer.Rewards;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The commands of emissions in a <see cref="Script"/>, and of the rewards they need.</summary>
/// <remarks>
/// <code>
/// add council OperatorSetUniqueStake 2500 0 0 avs/1 A:1,B:2 A:1      ok
/// </code>
/// is a quarter of each epoch from epoch 0 on, without end, for a set, in two submissions. An epoch is 600
/// seconds, 50 blocks, and the first begins 40 seconds after the script. Each mints 1,000,003 of
/// <c>tE</c>, which wraps <c>tX</c>. <c>ec</c> is the EmissionsController and <c>rc</c> the
/// RewardsCoordinator.
/// </remarks>
internal static class EmissionsVerbs
{
    /// <summary>When the first epoch begins.</summary>
    public const ulong StartSeconds = BeginSeconds + 40;

    /// <summary>How much is minted an epoch.</summary>
    public const ulong Inflation = 1_000_003;

    private const ulong BeginSeconds = 1_700_000_000;
    private const string Submissions = "((address,uint96)[],address,uint256,uint32,uint32)[]";

    /// <summary>The command of a line; null when it is not one of these.</summary>
    public static Command? Command(string[] words) => Emissions(words) ?? Rewards(words);

    private static Command? Emissions(string[] words) => words switch
    {
        ["emissions"] => Deploy(40, 600, "council"),
        ["emissions", var start, var epoch, var council] => Deploy(
            ulong.Parse(start), ulong.Parse(epoch), council),
        ["council", var sender, var who] => new SetIncentiveCouncil(Of(sender), Of(who)),
        ["add", var sender, .. var terms] => new AddDistribution(Of(sender), Read(terms)),
        ["update", var sender, var id, .. var terms] => new UpdateDistribution(
            Of(sender), ulong.Parse(id), Read(terms)),
        ["press", var length] => new PressButton(Of("anyone"), Number(length), false),
        ["pressStarved", var length] => new PressButton(Of("anyone"), Number(length), true),
        ["sweep"] => new SweepEmissions(Of("anyone")),
        _ => null,
    };

    private static Command? Rewards(string[] words) => words switch
    {
        ["rewards"] => new DeployRewards(
            default,
            Of("rc"),
            new RewardsLimits(60, 6000, 6000, 6000, 0),
            new RewardsSettings(Of("updater"), Of("ec"), Of("feeRecipient"), 100, 1000)),
        ["forAll", var sender, var who] => new SetRewardsForAllSubmitter(Of(sender), Of(who), true),
        ["payFee", var who] => new SetOptInForProtocolFee(Of(who), Of(who), true),
        ["letEmit", var avs, var kind] => new SetAppointee(
            Of(avs),
            Of(avs),
            Of("ec"),
            Of("rc"),
            Selector.Of($"create{kind}RewardsSubmission((address,uint32),{Submissions})")),
        _ => null,
    };

    private static DeployEmissions Deploy(ulong start, ulong epoch, string council) => new(
        default,
        Of("ec"),
        new EmissionsTerms(Of("tE"), Of("tX"), Inflation, BeginSeconds + start, epoch),
        Of(council));

    private static Distribution Read(string[] words) => new(
        ulong.Parse(words[1]),
        ulong.Parse(words[2]),
        ulong.Parse(words[3]),
        Enum.Parse<DistributionType>(words[0]),
        Set(words[4]),
        [.. words[5..].Select(Strategies)]);

    private static StrategyMultiplier[] Strategies(string text) =>
    [
        .. text.Split(',').Select(static one =>
            new StrategyMultiplier(Of(one[..one.IndexOf(':')]), Number(one[(one.IndexOf(':') + 1)..]))),
    ];
}
