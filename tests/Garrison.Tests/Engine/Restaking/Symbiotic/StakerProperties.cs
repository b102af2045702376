using Garrison.Engine;
using Garrison.Engine.Restaking.Symbiotic;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>What stakers cannot do, whatever came before: escape a slash, or gain in one block.</summary>
/// <remarks>CHECKS of the environment is how many steps are tried.</remarks>
public sealed class StakerProperties
{
    private const int Length = 40;
    private const int Tries = 20;

    private static readonly string[] _vaults = ["V", "X"];

    // Two worlds part at the capture. In one nobody moves; in the other everyone leaves.
    [Fact]
    public void Nobody_escapes_a_slash_by_leaving() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Market.Draw, FaultOfEscape);

    // Deposits, gifts and withdrawals by mallory, who claims when all of it can be.
    [Fact]
    public void Nobody_gains_by_coming_and_leaving_in_one_block() =>
        Sequences.Check(Math.Max(1, Check.Count / Length), Length, Market.Draw, FaultOfGain);

    private static string? FaultOfEscape(IReadOnlyList<string> lines)
    {
        World world = Played(lines);
        Dice dice = new((ulong)lines.Count + world.Clock.Seconds);
        ulong capture = world.Clock.Seconds;
        ulong wait = 1 + (ulong)dice.Below(100);
        World still = world.Fork();
        World moving = world.Fork();
        Pass(still, wait);
        ulong leaveAfter = 1 + (ulong)dice.Below((int)wait);
        Pass(moving, leaveAfter);
        foreach (string vault in _vaults)
        {
            foreach (Address who in Market.Stakers)
            {
                _ = moving.Execute(new RedeemFromVault(
                    who, Of(vault), who, moving.Symbiotic.Vaults.ActiveSharesOf(Of(vault), who)));
            }
        }

        Pass(moving, wait - leaveAfter);
        UInt256 amount = dice.OneIn(3) ? UInt256.MaxValue : dice.Next();
        return (from vault in _vaults
                let slash = new SlashVault(
                    Of("mid"), Of(vault), SymbioticVerbs.Sub("net/0"), Of("op"), amount, capture)
                let held = Taken(still.Execute(slash))
                let left = Taken(moving.Execute(slash))
                where held != left
                select $"slash of {vault}: {held} when all stayed, {left} when they left").FirstOrDefault();
    }

    private static string? FaultOfGain(IReadOnlyList<string> lines)
    {
        World world = Played(lines);
        Dice dice = new((ulong)lines.Count + world.Clock.Seconds);
        Address mallory = Of("mallory");
        UInt256 wealth = Number("1e24");
        for (int i = 0; i < Tries; i++)
        {
            World fork = world.Fork();
            Address vault = dice.Of<Address>(Market.Vaults);
            Vaults vaults = fork.Symbiotic.Vaults;
            _ = fork.Execute(new Mint(default, Of("tC"), mallory, wealth));
            Slash(fork, vault, 1 + (ulong)dice.Below(3));
            if (dice.OneIn(3)) _ = fork.Execute(new Transfer(mallory, Of("tC"), vault, Amount(dice)));
            for (int step = dice.Below(20); step >= 0; step--)
            {
                _ = fork.Execute(Step(dice, mallory, vault, vaults.ActiveSharesOf(vault, mallory)));
            }

            _ = fork.Execute(new RedeemFromVault(
                mallory, vault, mallory, vaults.ActiveSharesOf(vault, mallory)));
            ulong epoch = vaults.CurrentEpoch(vault) + 1;
            Pass(fork, 200);
            _ = fork.Execute(new ClaimFromVault(mallory, vault, mallory, epoch));
            UInt256 kept = fork.Ledger.Balance(Of("tC"), mallory);
            if (kept > wealth) return $"mallory gains {kept - wealth}";
        }

        return null;
    }

    private static Command Step(Dice dice, Address who, Address vault, UInt256 shares)
    {
        return dice.Below(10) switch
        {
            <= 3 => new DepositIntoVault(who, vault, who, Amount(dice)),
            <= 8 => new WithdrawFromVault(who, vault, who, Amount(dice)),
            _ => new RedeemFromVault(who, vault, who, shares.DivDown(1 + (ulong)dice.Below(3))),
        };
    }

    private static UInt256 Amount(Dice dice) => dice.OneIn(4) ? dice.Next() : (ulong)dice.Below(5);

    // With a part of the stake slashed a share is worth less than one, and so what is rounded counts.
    private static void Slash(World world, Address vault, ulong part)
    {
        UInt256 amount = world.Symbiotic.Vaults.ActiveStake(vault).DivDown(1 + part);
        _ = world.Execute(new SlashVault(
            Of("mid"), vault, SymbioticVerbs.Sub("net/0"), Of("op"), amount, world.Clock.Seconds - 1));
    }

    private static World Played(IReadOnlyList<string> lines)
    {
        SymbioticScript script = SymbioticScript.Play("");
        foreach (string line in Market.Opening.Concat(lines))
        {
            _ = script.Execute(script.Parse(line));
        }

        return script.World;
    }

    private static void Pass(World world, ulong seconds) =>
        world.Execute(new AdvanceClock(default, 1, seconds));

    // What the vault lost and what the slasher booked; nothing when it was refused.
    private static (UInt256 Lost, UInt256 Booked) Taken(Receipt receipt) => receipt is Accepted accepted
        ? (accepted.Events.OfType<VaultSlashed>().Single().SlashedAmount,
            accepted.Events.OfType<Slashed>().Single().SlashedAmount)
        : default;
}
