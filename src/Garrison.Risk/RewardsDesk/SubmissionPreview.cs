using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Engine.Restaking.EigenLayer.Registries;
using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;
using Garrison.Simulation.Books;
using Garrison.Simulation.Rewards;

namespace Garrison.Risk.RewardsDesk;

/// <summary>A balance before and after, in the token's smallest unit.</summary>
/// <param name="Who">Whose.</param>
/// <param name="Before">Before.</param>
/// <param name="After">After.</param>
public sealed record BalanceChange(Address Who, UInt256 Before, UInt256 After);

/// <summary>What falls to an operator and its stakers from a submission, in the token's smallest
/// unit.</summary>
/// <param name="Operator">Which one; zero where operators play no part.</param>
/// <param name="Own">What it keeps.</param>
/// <param name="Stakers">What its stakers get.</param>
public sealed record OperatorPayout(Address Operator, UInt256 Own, UInt256 Stakers);

/// <summary>What came of a submission that was tried, and what it will pay if nobody moves.</summary>
/// <param name="Reward">The reward it made, net of the fee.</param>
/// <param name="Fee">The protocol fee.</param>
/// <param name="NonceBefore">How many submissions the payer had made before.</param>
/// <param name="NonceAfter">How many it has made now.</param>
/// <param name="Balances">Of payer, coordinator and who gets the fee.</param>
/// <param name="CommandCount">How many of the projection's commands lead up to it and make it.</param>
/// <param name="Account">What becomes of it, up to the last run.</param>
/// <param name="Tail">The refund of its last days that it runs into; null for none.</param>
/// <param name="BeyondFunds">What rounding pays beyond what was paid in, over all days.</param>
/// <param name="Payouts">Who gets what, the most first.</param>
public sealed record SubmissionPreview(
    PaidReward Reward,
    UInt256 Fee,
    ulong NonceBefore,
    ulong NonceAfter,
    IReadOnlyList<BalanceChange> Balances,
    int CommandCount,
    RewardAccount Account,
    TailRefund? Tail,
    UInt256 BeyondFunds,
    IReadOnlyList<OperatorPayout> Payouts)
{
    /// <summary>How many days of a submission are played; if nobody moves, the others are like
    /// them.</summary>
    public const int PlayedDaysMax = 70;

    /// <summary>Tries a submission, and plays its days, up to <see cref="PlayedDaysMax"/>.</summary>
    /// <param name="projection">The rewards; everyone is watched. Moved on.</param>
    /// <param name="request">What is thought of.</param>
    /// <exception cref="WhatIfRefusedException">A rule of the protocol forbids it.</exception>
    public static SubmissionPreview Run(RewardsProjection projection, SubmissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(request);
        Prepare(projection, request);
        Command command = request.ToCommand();
        RewardsCoordinator coordinator = projection.World.EigenLayer.Rewards;
        Address[] holders = [request.Payer, coordinator.Self, coordinator.Settings.FeeRecipient];
        UInt256[] before = [.. holders.Select(one => projection.World.Ledger.Balance(request.Token, one))];
        ulong nonce = coordinator.Submissions.Nonce(request.Payer);
        _ = projection.Do(command);
        PaidReward reward = projection.Reader.History.Rewards[^1];
        BalanceChange[] balances =
        [
            .. holders.Select((one, i) => new BalanceChange(
                one, before[i], projection.World.Ledger.Balance(request.Token, one))),
        ];
        ulong nonceAfter = coordinator.Submissions.Nonce(request.Payer);
        int commands = projection.Commands.Count;

        PlayDays(projection, reward);
        return new SubmissionPreview(
            reward,
            projection.FeeOf(reward),
            nonce,
            nonceAfter,
            balances,
            commands,
            projection.AccountOf(reward),
            TailRefund.Of(reward, projection.Calculation.State),
            Beyond(projection, reward),
            [.. PayoutsOf(projection, reward)]);
    }

    // A run a week after the last shows what the runs after the first add. What lies further ahead stays
    // open.
    private static void PlayDays(RewardsProjection projection, PaidReward reward)
    {
        int last = Math.Min(reward.EndDay + 1, projection.LastDay + PlayedDaysMax);
        projection.RunTo(Math.Max(last, projection.LastDay + 1));
        projection.RunTo(projection.LastDay + RewardsProjection.DaysPerRoot);
    }

    private static void Prepare(RewardsProjection projection, SubmissionRequest request)
    {
        if (request.IsByDirectory) Register(projection, request.Payer);

        foreach (Departure departure in request.Departures.OrderBy(static one => one.Day))
        {
            projection.RunTo(departure.Day - 1);
            projection.AdvanceTo(departure.Day);
            _ = projection.Do(request.IsByDirectory
                ? new DeregisterOperatorFromAvs(request.Payer, departure.Operator)
                : new DeregisterFromOperatorSets(
                    departure.Operator, departure.Operator, request.Set.Avs, [request.Set.Id]));
        }

        projection.RunTo(request.AtDay - 1);
        projection.AdvanceTo(request.AtDay);
        if (request.PaysFee is { } paysFee)
        {
            _ = projection.Do(new SetOptInForProtocolFee(request.Payer, request.Payer, paysFee));
        }

        if (!request.IsFunded) return;

        foreach (Command command in ProgrammeCommands.Fund(request.Payer, request.Token, request.Total))
        {
            _ = projection.Do(command);
        }
    }

    private static void Register(RewardsProjection projection, Address avs)
    {
        AvsDirectory directory = projection.World.EigenLayer.Directory;
        foreach (RegisterOperatorToAvs command in ProgrammeCommands
            .Register(projection.Book, avs, projection.World.Clock.Seconds)
            .OfType<RegisterOperatorToAvs>()
            .Where(one => !directory.IsRegistered(avs, one.Operator)
                && !directory.IsSpent(one.Operator, one.Signature.Salt)))
        {
            _ = projection.Do(command);
        }
    }

    // FLOOR(amount / days) may be rounded up, and then all days come to more than the amount.
    private static UInt256 Beyond(RewardsProjection projection, PaidReward reward)
    {
        if (!reward.IsDirected)
        {
            return (reward.PerDay * (ulong)reward.DurationDays).SaturatingSub(reward.Amount);
        }

        UInt256 beyond = UInt256.Zero;
        foreach (OperatorReward assigned in reward.Operators)
        {
            int days = projection.Calculation.State.Snapshots.RegistrationsOf(reward, assigned.Operator)
                .CountDays(reward.StartDay + 1, reward.EndDay);
            if (days == 0) days = reward.DurationDays;
            UInt256 given = PgDivision.Floor(assigned.Amount, (ulong)days) * (ulong)days;
            beyond += given.SaturatingSub(assigned.Amount);
        }

        return beyond;
    }

    private static IEnumerable<OperatorPayout> PayoutsOf(RewardsProjection projection, PaidReward reward) =>
        projection.Rows
            .Where(row => row.Reward.Hash == reward.Hash && row.IsCounted && !row.Table.IsRefund())
            .GroupBy(static row => row.Operator)
            .Select(static group => new OperatorPayout(
                group.Key,
                group.Where(static row => row.Table.IsOperator()).Sum(static row => row.Amount),
                group.Where(static row => !row.Table.IsOperator()).Sum(static row => row.Amount)))
            .OrderByDescending(static one => one.Own + one.Stakers)
            .ThenBy(static one => one.Operator);
}
