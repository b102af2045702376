using System.Text.Json;

using Garrison.Engine;
using Garrison.Engine.Restaking.EigenLayer;
using Garrison.Primitives;

namespace Garrison.Conformance.EigenLayer;

/// <summary>Turns the header of a recording into the commands that build its world.</summary>
internal sealed class EigenLayerHeader(EigenLayerSetting setting, JsonElement header)
{
    private const ulong ExecutionGwei = 10_000_000_000_000_000_000;

    private readonly JsonElement _state = header.GetProperty("state");

    public IEnumerable<Command> Commands()
    {
        Address admin = setting.Labels["admin"];
        yield return new AdvanceClock(admin, ulong.Parse(Text("block")), ulong.Parse(Text("ts")));
        Governance governance = new(admin, admin, admin, admin);
        yield return new DeployEigenLayer(
            admin, VersionOf(header), Delays(), setting.Contracts, governance);
        foreach (Command command in Balances().Concat(Registrars()).Concat(Admins()))
        {
            yield return command;
        }

        yield return new ImportEigenLayer(
            admin,
            [.. Indices(beacon: false).Select(Strategy)],
            [.. setting.Stakers.Where(HasPod).Select(Pod)],
            [.. setting.Stakers.Select(Staker)],
            [.. setting.Operators.Where(IsOperator).Select(Operator)],
            [.. setting.Sets.Select(static set => set.Avs).Distinct()],
            [.. Enumerable.Range(0, setting.Sets.Count).Where(Exists).Select(Set)],
            [.. setting.Stakers.SelectMany(Withdrawals).OrderBy(static withdrawal => withdrawal.StartBlock)],
            [.. Enumerable.Range(0, setting.Sets.Count).SelectMany(Slashes)],
            UInt256.Parse(Text("burnableETH")));
    }

    /// <summary>Whose rules hold; those of 1.12.0 unless the header says otherwise.</summary>
    public static EigenLayerVersion VersionOf(JsonElement header) =>
        header.TryGetProperty("contractsVersion", out JsonElement version)
            ? version.GetString() switch
            {
                "1.12.0" => EigenLayerVersion.V1120,
                "1.13.0" => EigenLayerVersion.V1130,
                "1.13.1" => EigenLayerVersion.V1131,
                _ => throw new RecordingException($"the version {version} is not known"),
            }
            : EigenLayerVersion.V1120;

    private string Text(string key) =>
        _state.TryGetProperty(key, out JsonElement value) ? value.ToString() : Omitted(key.Split('.'));

    // Some recordings leave out what is at its default, or what follows from allocations.
    private string Omitted(string[] key) => (key[0], key[^1]) switch
    {
        ("recip", _) or (_, "burnableETH" or "pendingSlasherBlock") => "0",
        (_, "approver" or "pendingSlasher") => "zero",
        ("set", "slasher") => setting.Labels[setting.Sets[int.Parse(key[1])].Avs],
        ("set", "strats") => string.Join(',', Countable(int.Parse(key[1]))),
        ("op", "allocSets") => string.Join(',', Enumerable.Range(0, setting.Sets.Count).Where(
            set => Allocated(key[1], set).Any())),
        ("op", "strats") => string.Join(',', Allocated(key[1], int.Parse(key[3]))),
        _ => throw new RecordingException($"the header's state has no {string.Join('.', key)}"),
    };

    private IEnumerable<int> Allocated(string name, int set) => Enumerable.Range(0, setting.Strategies.Count)
        .Where(index => Text($"op.{name}.set.{set}.alloc.{index}") != "0,0,0");

    // A set that redistributes cannot hold beacon chain ether.
    private IEnumerable<int> Countable(int set) => Enumerable.Range(0, setting.Strategies.Count).Where(
        index => Recipient(set) == "burn" || !setting.Tokens[index].IsZero);

    private string Recipient(int set) =>
        header.GetProperty("sets")[set].GetProperty("redistributionRecipient").GetString() ?? "zero";

    private UInt256 Number(string key) => UInt256.Parse(Text(key));

    private static string[] List(string text) => text.Length == 0 ? [] : text.Split(',');

    private Address Account(string key) => setting.Labels[Text(key)];

    private Delays Delays()
    {
        JsonElement config = header.GetProperty("config");
        uint Blocks(string name) => uint.Parse(config.GetProperty(name).GetString()!);
        return new Delays(
            Blocks("withdrawalDelayBlocks"),
            Blocks("deallocationDelay"),
            Blocks("allocationConfigurationDelay"),
            Blocks("allocationConfigurationDelay"),
            Engine.Restaking.EigenLayer.Delays.Mainnet.SlashResolutionDelayBlocks);
    }

    private IEnumerable<int> Indices(bool beacon) => Enumerable.Range(0, setting.Strategies.Count)
        .Where(index => setting.Tokens[index].IsZero == beacon);

    private IEnumerable<Command> Balances()
    {
        Address admin = setting.Labels["admin"];
        foreach (int index in Indices(beacon: false))
        {
            Address token = setting.Tokens[index];
            yield return new IssuePanicking(admin, token);
            yield return new Mint(
                admin, token, setting.Strategies[index], Number($"strat.{index}.tokenBalance"));
            yield return new Mint(admin, token, setting.Labels["x0"], UInt256.Parse(new string('9', 39)));
            foreach (string staker in setting.Stakers)
            {
                yield return new Mint(
                    admin, token, setting.Labels[staker], Number($"staker.{staker}.bal.{index}"));
            }

            foreach (string recipient in (string[])["burn", "r0", "r1"])
            {
                yield return new Mint(
                    admin, token, setting.Labels[recipient], Number($"recip.{recipient}.{index}"));
            }
        }

        foreach (int index in Indices(beacon: true))
        {
            foreach (string staker in setting.Stakers)
            {
                UInt256 wei = Number($"staker.{staker}.bal.{index}");
                yield return new Mint(admin, Ledger.Ether, setting.Labels[staker], wei);
            }
        }

        foreach (string owner in EigenLayerSetting.Names(header, "podsWithExecutionBalance"))
        {
            UInt256 wei = UInt256.Parse("1" + new string('0', 30));
            yield return new Mint(admin, Ledger.Ether, setting.Labels[$"pod_{owner}"], wei);
        }
    }

    private IEnumerable<Command> Registrars()
    {
        foreach (Address avs in setting.Sets.Select(static set => set.Avs).Distinct())
        {
            string policy = header.TryGetProperty("registrars", out JsonElement registrars)
                && registrars.TryGetProperty(setting.Labels[avs], out JsonElement named)
                ? named.GetString()!
                : "accept";
            yield return new SetRegistrarPolicy(
                avs, avs, Enum.Parse<RegistrarPolicy>(policy, ignoreCase: true));
        }
    }

    private IEnumerable<Command> Admins()
    {
        if (!header.TryGetProperty("admins", out JsonElement accounts)) yield break;

        foreach (JsonProperty account in accounts.EnumerateObject())
        {
            Address address = setting.Labels[account.Name];
            Address[] admins = [.. account.Value.EnumerateArray().Select(
                name => setting.Labels[name.GetString()!])];
            foreach (Address admin in admins)
            {
                yield return new AddPendingAdmin(address, address, admin);
            }

            foreach (Address admin in admins)
            {
                yield return new AcceptAdmin(admin, address);
            }
        }
    }

    private ImportedStrategy Strategy(int index) => new(
        setting.Strategies[index], setting.Tokens[index], Number($"strat.{index}.totalShares"), true);

    private bool HasPod(string staker) =>
        _state.TryGetProperty($"pod.{staker}.exists", out JsonElement exists)
            ? exists.GetBoolean()
            : header.GetProperty("addresses").TryGetProperty($"pod_{staker}", out _);

    private ImportedPod Pod(string owner) => new(
        setting.Labels[owner],
        setting.Labels[$"pod_{owner}"],
        Int256.Parse(Text($"staker.{owner}.pod")),
        ulong.Parse(Text($"staker.{owner}.bcsf")),
        EigenLayerSetting.Names(header, "podsWithExecutionBalance").Contains(owner) ? ExecutionGwei : 0);

    private ImportedStaker Staker(string staker)
    {
        IEnumerable<int> listed = List(Text($"staker.{staker}.list")).Select(int.Parse);
        return new ImportedStaker(
            setting.Labels[staker],
            Account($"staker.{staker}.delegatedTo"),
            ulong.Parse(Text($"staker.{staker}.nonce")),
            UInt256.Zero,
            [
                .. listed.Concat(Indices(beacon: true)).Select(index => new ImportedDeposit(
                    setting.Strategies[index],
                    Number($"staker.{staker}.dep.{index}"),
                    Number($"staker.{staker}.dsf.{index}"))),
            ]);
    }

    private bool IsOperator(string name) => Text($"staker.{name}.delegatedTo") == name;

    private ImportedOperator Operator(string name)
    {
        string delay = Text($"op.{name}.delay");
        int[] allocated = [.. List(Text($"op.{name}.allocSets")).Select(int.Parse)];
        return new ImportedOperator(
            setting.Labels[name],
            Account($"op.{name}.approver"),
            delay == "unset" ? null : uint.Parse(delay),
            [
                .. setting.Strategies.Select((strategy, index) => new ImportedOperatorShares(
                    strategy,
                    Number($"op.{name}.shares.{index}"),
                    ulong.Parse(Text($"op.{name}.maxMag.{index}")),
                    ulong.Parse(Text($"op.{name}.enc.{index}")))),
            ],
            [.. allocated.Select(set => setting.Sets[set])],
            [.. allocated.SelectMany(set => Allocations(name, set)).OrderBy(static a => a.EffectBlock)]);
    }

    private IEnumerable<ImportedAllocation> Allocations(string name, int set)
    {
        foreach (int index in List(Text($"op.{name}.set.{set}.strats")).Select(int.Parse))
        {
            string[] parts = Text($"op.{name}.set.{set}.alloc.{index}").Split(',');
            ulong current = ulong.Parse(parts[0]);
            ulong target = (ulong)(current + Int128.Parse(parts[1]));
            yield return new ImportedAllocation(
                setting.Sets[set], setting.Strategies[index], current, target, uint.Parse(parts[2]));
        }
    }

    private bool Exists(int set) => Text($"set.{set}.slasher") != "zero";

    private ImportedOperatorSet Set(int index)
    {
        return new ImportedOperatorSet(
            setting.Sets[index],
            Account($"set.{index}.slasher"),
            Account($"set.{index}.pendingSlasher"),
            uint.Parse(Text($"set.{index}.pendingSlasherBlock")),
            setting.Labels[Recipient(index)],
            ulong.Parse(Text($"set.{index}.slashCount")),
            [.. List(Text($"set.{index}.strats")).Select(i => setting.Strategies[int.Parse(i)])],
            [
                .. setting.Operators
                    .Where(name => Text($"op.{name}.set.{index}.member") == bool.TrueString)
                    .Select(name => setting.Labels[name]),
            ]);
    }

    private IEnumerable<Withdrawal> Withdrawals(string staker)
    {
        foreach (string nonce in List(Text($"staker.{staker}.q")))
        {
            string prefix = $"staker.{staker}.q.{nonce}";
            yield return new Withdrawal(
                setting.Labels[staker],
                Account($"{prefix}.to"),
                setting.Labels[staker],
                ulong.Parse(nonce),
                uint.Parse(Text($"{prefix}.start")),
                [.. List(Text($"{prefix}.strats")).Select(i => setting.Strategies[int.Parse(i)])],
                [.. List(Text($"{prefix}.scaled")).Select(UInt256.Parse)]);
        }
    }

    private IEnumerable<ImportedSlash> Slashes(int set)
    {
        foreach (string id in List(Text($"set.{set}.pendingSlashIds")))
        {
            foreach (string entry in List(Text($"set.{set}.slash.{id}")))
            {
                string[] parts = entry.Split(':');
                yield return new ImportedSlash(
                    setting.Sets[set],
                    ulong.Parse(id),
                    setting.Strategies[int.Parse(parts[0])],
                    UInt256.Parse(parts[1]));
            }
        }
    }
}
