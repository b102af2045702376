using Garrison.Engine.Restaking.EigenLayer.Rewards;
using Garrison.Primitives;

namespace Garrison.Simulation.Rewards;

/// <summary>Divides rewards among those who earn them, a day at a time; each thread has its own.</summary>
/// <remarks>
/// All kinds have one shape: weigh the stakers of some operators by their shares, divide a pool of tokens
/// in proportion, split each part between operator and staker, and note what nobody could get.
/// Proportions are cut to fifteen digits, and every quotient is PostgreSQL's.
/// </remarks>
internal sealed partial class DayRewards
{
    private const ulong WholeBps = 10_000;

    private readonly RewardsInput _input;
    private readonly StakeIndex _index;
    private readonly DayStakes _stakes;
    private readonly UInt256[] _multipliers;
    private readonly List<int> _counted = [];
    private readonly List<Weighed> _weighed = [];
    private readonly List<PgNumeric> _decimals = [];
    private UInt256 _total;
    private PgNumeric _decimalTotal;
    private PaidReward _reward = null!;
    private Earnings.Column _earned = null!;
    private DayTally _tally = null!;

    public DayRewards(RewardsInput input)
    {
        _input = input;
        _index = input.Index;
        _stakes = new DayStakes(_index);
        _multipliers = new UInt256[_index.Strategies.Length];
        Earned = new Earnings(_index);
    }

    /// <summary>What was earned on days that count in this run.</summary>
    public Earnings Earned { get; }

    /// <summary>What was earned on the day of the cutoff, which counts in the next run.</summary>
    public List<(int Day, Address Earner, Address Token, UInt256 Amount)> Later { get; } = [];

    /// <summary>The rows that were asked for.</summary>
    public List<RewardRow> Rows { get; } = [];

    private int Day => _stakes.Day;

    private Snapshots Snapshots => _input.Snapshots;

    /// <summary>Divides what a reward pays on a day.</summary>
    public DayTally Pay(RewardWindow window, int day)
    {
        _stakes.MoveTo(day);
        _reward = window.Reward;
        _earned = Earned.Of(_reward.Token);
        _tally = new DayTally();
        switch (_reward.Kind)
        {
            case RewardKind.Avs:
                PayAvs();
                break;
            case RewardKind.AllStakers:
                PayAllStakers();
                break;
            case RewardKind.AllEarners:
                PayAllEarners();
                break;
            case RewardKind.DirectedAvs or RewardKind.DirectedSet:
                PayDirected(window);
                break;
            default:
                PayByStake();
                break;
        }

        return _tally;
    }

    private void BeginWeighing()
    {
        _weighed.Clear();
        _total = UInt256.Zero;
        _decimals.Clear();
        _decimalTotal = PgNumeric.Zero;
    }

    // Makes the strategies of the reward count that pass a test; a multiplier of 0 counts for nothing.
    private void Count(Func<Address, bool> counts)
    {
        foreach (int strategy in _counted)
        {
            _multipliers[strategy] = UInt256.Zero;
        }

        _counted.Clear();
        foreach (StrategyMultiplier one in _reward.Strategies)
        {
            int strategy = _index.StrategyOf(one.Strategy);
            if (strategy < 0 || one.Multiplier.IsZero || !counts(one.Strategy)) continue;

            _multipliers[strategy] = one.Multiplier;
            _counted.Add(strategy);
        }
    }

    private void WeighStakersOf(int @operator)
    {
        if (_counted.Count == 0) return;

        foreach (int staker in _stakes.StakersOf(@operator))
        {
            Weigh(staker, @operator);
        }
    }

    // Weight is the sum of multiplier times shares, over strategies that count.
    private void Weigh(int staker, int @operator)
    {
        ref readonly StakeIndex.Staker one = ref _index.Stakers[staker];
        UInt256 weight = UInt256.Zero;
        int first = -1;
        for (int i = 0; i < one.Positions.Length; i++)
        {
            ref readonly UInt256 multiplier = ref _multipliers[one.Positions[i].Strategy];
            if (multiplier.IsZero) continue;

            ref readonly UInt256 shares = ref _stakes.Shares(one.FirstPosition + i);
            if (shares.IsZero) continue;

            weight += shares * multiplier;
            if (first < 0) first = i;
        }

        if (first < 0) return;

        _weighed.Add(new Weighed(staker, @operator, first, weight));
        _total += weight;
    }

    private static UInt256 Split(UInt256 amount, uint splitBps) =>
        PgDivision.Floor(amount * (ulong)splitBps, WholeBps);

    // What an operator leaves is divided among its stakers, who were weighed; what remains is dust.
    private void DivideAmongStakers(RewardTable table, UInt256 gross, UInt256 kept, uint splitBps)
    {
        UInt256 pool = gross - kept;
        PgDivision.Total total = new(_total);
        UInt256 paid = UInt256.Zero;
        for (int i = 0; i < _weighed.Count; i++)
        {
            ulong proportion = ProportionOf(i, total);
            UInt256 amount = PgDivision.Part(proportion, pool);
            paid += amount;
            if (Pay(EarnerOf(_weighed[i]), amount))
            {
                Note(table, EarnerOf(_weighed[i]), _weighed[i].Operator, amount, FactorsOf(i) with
                {
                    Proportion = proportion,
                    Pool = pool,
                    Payout = gross,
                    OperatorTokens = kept,
                    SplitBps = splitBps,
                });
            }
        }

        _tally.AddDust(pool, paid);
    }

    private ulong ProportionOf(int i, PgDivision.Total total) => _decimals.Count == 0
        ? total.Proportion(_weighed[i].Weight)
        : (ulong)(_decimals[i] / _decimalTotal * (long)PgDivision.Whole).Floor();

    private int EarnerOf(in Weighed one) => _index.Stakers[one.Staker].Earner;

    private RewardFactors FactorsOf(int i)
    {
        Weighed one = _weighed[i];
        ref readonly StakeIndex.Staker staker = ref _index.Stakers[one.Staker];
        int strategy = staker.Positions[one.Position].Strategy;
        return new RewardFactors
        {
            Strategy = _index.Strategies[strategy],
            Multiplier = _reward.MultiplierOf(_index.Strategies[strategy]),
            Shares = _stakes.Shares(staker.FirstPosition + one.Position),
            Weight = _decimals.Count == 0 ? one.Weight : _decimals[i],
            TotalWeight = _decimals.Count == 0 ? _total : _decimalTotal,
        };
    }

    /// <summary>Books an earning, and says whether its row is asked for.</summary>
    private bool Pay(int earner, UInt256 amount)
    {
        _tally.Paid += amount;
        Book(earner, amount);
        return _input.IsWatched(earner);
    }

    private void Refund(RewardTable table, IEnumerable<int> operators, UInt256 amount, bool isCounted)
    {
        int earner = _index.EarnerOf(_reward.Set.Avs);
        if (isCounted)
        {
            _tally.Refunded += amount;
            Book(earner, amount);
        }
        else
        {
            _tally.Stuck += amount;
        }

        if (!_input.IsWatched(earner)) return;

        foreach (int @operator in operators)
        {
            Note(table, earner, @operator, amount, new RewardFactors(), isCounted);
            isCounted = false;
        }
    }

    private void Note(
        RewardTable table,
        int earner,
        int @operator,
        UInt256 amount,
        RewardFactors factors,
        bool isCounted = true)
    {
        Address with = @operator < 0 ? Address.Zero : _index.Operator(@operator);
        Rows.Add(new RewardRow(
            table, _reward, Day, _index.Earner(earner), with, amount, isCounted, factors));
    }

    private void Book(int earner, UInt256 amount)
    {
        _tally.HasRows = true;
        if (Day <= _input.LastDay) _earned.Add(earner, amount);
        else Later.Add((Day, _index.Earner(earner), _reward.Token, amount));
    }

    /// <summary>A staker whose shares count.</summary>
    /// <param name="Staker">Its number.</param>
    /// <param name="Operator">The number of its operator; -1 where operators play no part.</param>
    /// <param name="Position">Its first position that counts.</param>
    /// <param name="Weight">What its shares weigh.</param>
    private readonly record struct Weighed(int Staker, int Operator, int Position, UInt256 Weight);
}
