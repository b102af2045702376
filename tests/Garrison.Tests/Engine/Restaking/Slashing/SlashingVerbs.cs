using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.Slashing;
using Garrison.Primitives;
using Garrison.Tests.Engine.Restaking.EigenLayer;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Slashing;

/// <summary>The commands of the slash pipeline in a <see cref="Script"/>.</summary>
/// <remarks>
/// <code>
/// propose 30 1000 0 slash avs avs/1 op A 0.1e18    ok
/// </code>
/// sends the slash in the rest of the line through the rules, for an operator with power 30 of 1000 and an
/// offence 0 seconds after the beginning.
/// </remarks>
internal static class SlashingVerbs
{
    /// <summary>When scripts begin.</summary>
    public const ulong Beginning = 1_700_000_000;

    /// <summary>The command of a line; null when it is not one of the pipeline.</summary>
    public static Command? Command(string[] words, IReadOnlyList<Withdrawal> queued) =>
        Slash(words, queued) ?? Rule(words) ?? Lock(words) ?? Bond(words);

    private static Command? Slash(string[] words, IReadOnlyList<Withdrawal> queued) => words switch
    {
        ["propose", var power, var total, var offence, .. var slash] => Propose(
            Verbs.Command(slash, queued), power, total, offence),
        ["proposeAs", var sender, .. var slash] => new ProposeSlash(
            Of(sender), Verbs.Command(slash, queued), default),
        ["finalize", var sender, var id, .. var slash] => new FinalizeSlash(
            Of(sender), ulong.Parse(id), Verbs.Command(slash, queued)),
        ["cancelSlash", var sender, var id, .. var slash] => new CancelSlash(
            Of(sender), ulong.Parse(id), Verbs.Command(slash, queued)),
        _ => null,
    };

    private static ProposeSlash Propose(Command slash, string power, string total, string offence) => new(
        slash.Sender,
        slash,
        new Evidence(Number(power), Number(total), Beginning + ulong.Parse(offence)));

    private static Command? Rule(string[] words) => words switch
    {
        ["meter", var service, var fraction, var seconds] => new SetSlashMeter(
            Of(service), Number(fraction), ulong.Parse(seconds)),
        ["epochCap", var service, var place, var max, var seconds] => new SetEpochCap(
            Of(service), Of(place), new EpochCap(Number(max), ulong.Parse(seconds))),
        ["spans", var service, var seconds, var window] => new SetSpans(
            Of(service), new SpanSettings(ulong.Parse(seconds), ulong.Parse(window))),
        ["maximum", var service, var percentage, var veto, var cooldown] => new RegisterMaximum(
            Of(service),
            new RegisteredMaximum(
                Number(percentage), ulong.Parse(veto), ulong.Parse(cooldown), Of("committee"))),
        _ => null,
    };

    private static Command? Lock(string[] words) => words switch
    {
        ["serve", var escrow, var service] => new ServeAsEscrow(Of(escrow), Of(service)),
        ["escrow", var service, var escrow, var seconds] => new SetSlashEscrow(
            Of(service), new EscrowTerms(Of(escrow), Of("judge"), Of("treasury"), ulong.Parse(seconds))),
        ["lockSlashed", var service, var token, var amount, .. var victims] => new LockSlashed(
            Of(service),
            Of(token),
            Number(amount),
            [.. victims.Chunk(2).Select(static pair => new VictimWeight(Of(pair[0]), Number(pair[1])))]),
        ["refund", var sender, var id] => new RefundSlashed(Of(sender), ulong.Parse(id)),
        ["release", var id] => new ReleaseSlashed(Of("anyone"), ulong.Parse(id)),
        _ => null,
    };

    private static Command? Bond(string[] words) => words switch
    {
        ["unbonding", var service, var seconds] => new SetUnbonding(Of(service), ulong.Parse(seconds)),
        ["bond", var who, var service] => new BeginBond(Of(who), Of(service)),
        ["unbond", var who, var service] => new EndBond(Of(who), Of(service)),
        _ => null,
    };
}

/// <summary>What a line of a script can read of the slash pipeline.</summary>
internal static class SlashingViews
{
    /// <summary>The value of a view; null when it is not one of the pipeline.</summary>
    public static object? Read(World world, string[] words)
    {
        SlashPipeline rules = world.SlashPipeline;
        return words switch
        {
            ["meterLeft", var service, var total] => Left(rules, service, total),
            ["meterDebt", var service, var total] => -Left(rules, service, total),
            ["slashedInEpoch", var service, var who, var place] =>
                rules.EpochCaps.UseOf(Of(service), Of(who), Of(place)).Slashed,
            ["span", var service, var who, var seconds] => rules.Spans.SpanAt(
                Of(service), Of(who), SlashingVerbs.Beginning + ulong.Parse(seconds)),
            ["spanLoss", var service, var who, var place, var span] =>
                rules.Spans.LossIn(Of(service), Of(who), Of(place), ulong.Parse(span)).Taken,
            ["earmark", var id, var place] => rules.Pending.EarmarkIn(ulong.Parse(id), Of(place)),
            ["lockedIn", var escrow, var token] => rules.Locked.LockedIn(Of(escrow), Of(token)),
            ["delay", var who] => rules.Bonds.DelaySeconds(Of(who)),
            ["bonds", var who] => rules.Bonds.Of(Of(who)).Count,
            _ => null,
        };
    }

    private static Int256 Left(SlashPipeline rules, string service, string total) =>
        rules.Meters.Of(Of(service), Number(total)).Power;
}
