using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.EigenLayer;

/// <summary>The commands and views of rewards in a <see cref="Script"/>.</summary>
/// <remarks>
/// <code>
/// payAvs avs tA 100 -200 300 A,B                          ok
/// payOperators avs avs tA -400 300 A op:60,rival:40       ok
/// root updater alice:tA=60;bob:tA=40 -100                 ok
/// claim alice 0 alice:tA=60;bob:tA=40 alice               ok
/// </code>
/// A submission is a token, an amount, its start in seconds after the script's begin, its duration, and
/// strategies. Starts and durations are multiples of 100 seconds, durations at most 1,000; a start is at most
/// 5,000 seconds ago and 3,000 ahead, and not before 4,000 seconds before the begin. Words after a claim say
/// what is wrong with it.
/// </remarks>
internal static class RewardsVerbs
{
    private const long BeginSeconds = 1_700_000_000;

    /// <summary>The command of a line; null when it is not one of rewards.</summary>
    public static Command? Command(string[] words) =>
        Payments(words) ?? Splits(words) ?? Settings(words) ?? Roots(words) ?? Claims(words);

    private static Command? Payments(string[] words) => words switch
    {
        ["approve", var who, var token, var amount] => new Approve(
            Of(who), Of(token), Of("rc"), Number(amount)),
        ["payAvs", var sender, .. var paid] => new CreateAvsRewardsSubmission(Of(sender), Plain(paid)),
        ["payEigenDA", var sender, var avs, .. var paid] => new CreateEigenDARewardsSubmission(
            Of(sender), Of(avs), Plain(paid)),
        ["payAll", var sender, .. var paid] => new CreateRewardsForAllSubmission(Of(sender), Plain(paid)),
        ["payEarners", var sender, .. var paid] => new CreateRewardsForAllEarners(Of(sender), Plain(paid)),
        ["payOperators", var sender, var avs, .. var paid] => new CreateOperatorDirectedAvsRewardsSubmission(
            Of(sender), Of(avs), Directed(paid)),
        ["payMembers", var sender, var set, .. var paid] => new CreateOperatorDirectedSetRewardsSubmission(
            Of(sender), Set(set), Directed(paid)),
        ["payUnique", var sender, var set, .. var paid] => new CreateUniqueStakeRewardsSubmission(
            Of(sender), Set(set), Plain(paid)),
        ["payTotal", var sender, var set, .. var paid] => new CreateTotalStakeRewardsSubmission(
            Of(sender), Set(set), Plain(paid)),
        _ => null,
    };

    private static Command? Splits(string[] words) => words switch
    {
        ["split", var sender, var who, var avs, var bps] => new SetOperatorAvsSplit(
            Of(sender), Of(who), Of(avs), ushort.Parse(bps)),
        ["splitPI", var sender, var who, var bps] => new SetOperatorPISplit(
            Of(sender), Of(who), ushort.Parse(bps)),
        ["splitSet", var sender, var who, var set, var bps] => new SetOperatorSetSplit(
            Of(sender), Of(who), Set(set), ushort.Parse(bps)),
        _ => null,
    };

    private static Command? Settings(string[] words) => words switch
    {
        ["rewards", var delay, var split] => new DeployRewards(
            default,
            Of("rc"),
            new RewardsLimits(100, 1_000, 5_000, 3_000, (uint)BeginSeconds - 4_000),
            new RewardsSettings(
                Of("updater"), Of("emissions"), Of("treasury"), uint.Parse(delay), ushort.Parse(split))),
        ["wait", var seconds] => new AdvanceClock(default, 1, ulong.Parse(seconds)),
        ["optIn", var sender, var who, var flag] => new SetOptInForProtocolFee(
            Of(sender), Of(who), flag == "yes"),
        ["forAll", var sender, var who, var flag] => new SetRewardsForAllSubmitter(
            Of(sender), Of(who), flag == "yes"),
        ["activation", var sender, var seconds] => new SetActivationDelay(Of(sender), uint.Parse(seconds)),
        ["defaultSplit", var sender, var bps] => new SetDefaultOperatorSplit(Of(sender), ushort.Parse(bps)),
        ["feeTo", var sender, var who] => new SetFeeRecipient(Of(sender), Of(who)),
        ["updater", var sender, var who] => new SetRewardsUpdater(Of(sender), Of(who)),
        _ => null,
    };

    private static Command? Roots(string[] words) => words switch
    {
        ["root", var sender, "zero", var end] => new SubmitRoot(Of(sender), default, At(end)),
        ["root", var sender, var tree, var end] => new SubmitRoot(
            Of(sender), EarningsTree.Parse(tree).Root, At(end)),
        ["disable", var sender, var index] => new DisableRoot(Of(sender), uint.Parse(index)),
        _ => null,
    };

    private static Command? Claims(string[] words) => words switch
    {
        ["claimer", var sender, var who] => new SetClaimer(Of(sender), Of(who)),
        ["claimer", var sender, var earner, var who] => new SetClaimerFor(Of(sender), Of(earner), Of(who)),
        ["claim", var sender, var root, var tree, var earner, .. var odd] => new ProcessClaims(
            Of(sender), [Claim(root, tree, earner, odd)], Of(Word(odd, "to:") ?? sender)),
        ["claimTwo", var sender, var root, var tree, var one, var other] => new ProcessClaims(
            Of(sender), [Claim(root, tree, one, []), Claim(root, tree, other, [])], Of(sender)),
        ["claimNone", var sender] => new ProcessClaims(Of(sender), [], Of(sender)),
        _ => null,
    };

    private static Submission[] Plain(string[] words) => words.Length == 0
        ? []
        :
        [
            new Submission(
                Strategies(words[4]), Of(words[0]), Number(words[1]), At(words[2]), uint.Parse(words[3])),
        ];

    private static DirectedSubmission[] Directed(string[] words) => words.Length == 0
        ? []
        :
        [
            new DirectedSubmission(
                Strategies(words[3]),
                Of(words[0]),
                Operators(words[4]),
                At(words[1]),
                uint.Parse(words[2]),
                ""),
        ];

    private static uint At(string seconds) => (uint)(BeginSeconds + long.Parse(seconds));

    private static StrategyMultiplier[] Strategies(string list) => list == "none"
        ? []
        : [.. list.Split(',').Select(static one => one.Split('*')).Select(static parts =>
            new StrategyMultiplier(Of(parts[0]), parts.Length > 1 ? Number(parts[1]) : UInt256.One))];

    private static OperatorReward[] Operators(string list) => list == "none"
        ? []
        : [.. list.Split(',').Select(static one => one.Split(':')).Select(static parts =>
            new OperatorReward(Of(parts[0]), Number(parts[1])))];

    private static string? Word(string[] odd, string prefix) =>
        odd.FirstOrDefault(word => word.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];

    private static RewardsClaim Claim(string root, string tree, string earner, string[] odd)
    {
        string[] tokens = Word(odd, "of:")?.Split(',') ?? [];
        RewardsClaim claim = EarningsTree.Parse(tree).Claim(uint.Parse(root), earner, tokens);
        return odd.Aggregate(claim, static (spoiled, word) => Spoil(spoiled, word));
    }

    private static RewardsClaim Spoil(RewardsClaim claim, string word) => word switch
    {
        "proofless" => claim with { TokenProofs = [] },
        "leafless" => claim with { Earnings = [] },
        "farEarner" => claim with { EarnerIndex = 1U << (claim.EarnerProof.Length / 32) },
        "otherEarner" => claim with { EarnerIndex = claim.EarnerIndex ^ 1 },
        "oddEarner" => claim with { EarnerProof = [.. claim.EarnerProof, 0] },
        "longEarner" => claim with { EarnerProof = new byte[256 * 32] },
        "emptyTokens" => claim with { EarnerTokenRoot = default },
        "farToken" => claim with { TokenIndices = [1U << (claim.TokenProofs[0].Length / 32)] },
        "otherToken" => claim with { TokenIndices = [claim.TokenIndices[0] ^ 1] },
        "oddToken" => claim with { TokenProofs = [[.. claim.TokenProofs[0], 0]] },
        "more" => claim with
        {
            Earnings = [claim.Earnings[0] with { Cumulative = claim.Earnings[0].Cumulative + UInt256.One }],
        },
        _ => claim,
    };
}

/// <summary>What a line of a script can read of rewards.</summary>
internal static class RewardsViews
{
    /// <summary>The value of a view; null when it is not one of rewards.</summary>
    public static object? Read(World world, string[] words)
    {
        RewardsCoordinator rewards = world.EigenLayer.Rewards;
        return words switch
        {
            ["split", var who, var avs] => rewards.Splits.OfAvs(Of(who), Of(avs)),
            ["splitPI", var who] => rewards.Splits.OfProgrammatic(Of(who)),
            ["splitSet", var who, var set] => rewards.Splits.OfSet(Of(who), Set(set)),
            ["claimed", var who, var token] => rewards.Claims.Claimed(Of(who), Of(token)),
            ["nonce", var who] => rewards.Submissions.Nonce(Of(who)),
            ["roots"] => rewards.Roots.Count,
            ["calculatedTo"] => rewards.Roots.CalculatedTo,
            ["claimableTo"] => rewards.Roots.Claimable().CalculatedTo,
            ["allowance", var who, var token] => world.Ledger.Allowance(Of(token), Of(who), rewards.Self),
            _ => null,
        };
    }
}
