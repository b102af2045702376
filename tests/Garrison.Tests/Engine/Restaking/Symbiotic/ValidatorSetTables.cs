using Garrison.Engine.Restaking.Symbiotic.Relay;
using Garrison.Primitives;

using static Garrison.Tests.Engine.Restaking.EigenLayer.Names;
using static Garrison.Tests.Engine.Restaking.Symbiotic.PeripheryVerbs;

namespace Garrison.Tests.Engine.Restaking.Symbiotic;

/// <summary>Voting power from stake, and who becomes a validator.</summary>
public sealed class ValidatorSetTables
{
    private static readonly string[] _names = ["op", "rival", "A", "B", "C", "V", "W"];

    private static readonly Wad _twoThirds = new(666_666_666_666_666_667UL);

    // Of two tokens with 18 and 6 decimals, 1 each; and of 20 decimals, where 199 is less than 2.
    [Theory]
    [InlineData("1000000000000000000", 18, "1000000000000000000")]
    [InlineData("1000000", 6, "1000000000000000000")]
    [InlineData("199", 20, "1")]
    [InlineData("99", 20, "0")]
    public void Decimals_are_brought_to_18(string stake, int decimals, string power) =>
        Assert.Equal(Number(power), VotingPowerOf.NormalizedDown(Number(stake), decimals));

    // A token's weight comes after its decimals: ⌊199 / 100⌋ · 3.
    [Fact]
    public void Weights_multiply()
    {
        Assert.Equal(3UL, VotingPowerOf.WeightedTokenDown(199UL, 20, 3UL));
        Assert.Equal(
            Number("1e30"),
            VotingPowerOf.WeightedTokenDown(1_000_000UL, 6, VotingPowerOf.DefaultTokenWeight));
        Assert.Equal(5_970_000UL, VotingPowerOf.WeightedVault(597UL, VotingPowerOf.DefaultVaultWeight));
        Assert.Throws<OverflowException>(() => VotingPowerOf.WeightedVault(UInt256.MaxValue, 2UL));
    }

    // op has 300 of V and 200 of W at second 9; rival 500 of V and, since W is not its own, nothing there.
    [Fact]
    public void Powers_are_read_off_the_vaults()
    {
        PeripheryScript script = PeripheryScript.Play("""
            vault V full                             ok
            vault W full                             ok
            stake alice V 1000                       ok
            stake alice W 1000                       ok
            operatorLimit V op 300                   ok
            operatorLimit V rival 500                ok
            operatorLimit W op 200                   ok
            operatorLimit W rival 100                ok
            pass 10                                  ok
            operatorLimit V op 1                     ok
            """);
        VotingPowerTerms terms = new(
            Net,
            [Of("tC")],
            [Of("V")],
            [new(Of("rival"), []), new(Of("nobody"), []), new(Of("op"), [Of("W")])],
            static (vault, stake) => VotingPowerOf.WeightedVault(stake, vault == Of("W") ? 2UL : 1UL));
        Assert.Equal(
            "rival V=500, op V=300 W=400",
            Text(VotingPowerProvider.PowersAt(script.World.Symbiotic, terms, PeripheryScript.Start + 9)));
        Assert.Equal(
            "rival V=500, op V=1 W=400",
            Text(VotingPowerProvider.PowersAt(script.World.Symbiotic, terms, PeripheryScript.Start + 10)));
        Assert.Empty(VotingPowerProvider.PowersAt(
            script.World.Symbiotic, terms with { Tokens = [Of("tX")] }, PeripheryScript.Start + 9));
    }

    // Powers, then what stands in the way; the marked ones are active.
    [Theory]
    [InlineData("A=5 B=7 C=0", "", "A=5* B=7* C=0")]
    [InlineData("A=5 B=7 C=4", "least:5", "A=5* B=7* C=4")]
    [InlineData("A=5 B=7 C=4", "most:2", "A=5* B=7* C=4")]
    [InlineData("A=5 B=5 C=5", "most:2", "A=5* B=5* C=5")]
    [InlineData("C=5 B=5 A=5", "most:1", "A=5* B=5 C=5")]
    [InlineData("A=5 B=7 C=4", "keyless:B", "A=5* B=7 C=4*")]
    [InlineData("A=5 B=7 C=4", "keyless:B most:2", "A=5* B=7 C=4*")]
    [InlineData("A=5 B=7 C=4", "poor:B", "A=5* B=7 C=4*")]
    [InlineData("A=5 B=7 C=4", "cap:5", "A=5* B=5* C=4*")]
    [InlineData("A=5 B=7 C=4", "cap:3 least:5", "A=3* B=3* C=4")]
    [InlineData("A=5 B=7 C=4", "cap:3 keyless:B", "A=3* B=7 C=3*")]
    public void Who_is_active(string powers, string terms, string expected)
    {
        string[] words = terms.Split(' ');
        string[] names = [.. powers.Split(' ').Select(static word => word[..1])];
        ValidatorSet set = ValidatorSetDerivation.Derive(
            [Provider(powers)],
            [
                .. names.Where(name => Value(words, "keyless") != name).Select(name =>
                    new OperatorKeys(Of(name), Value(words, "poor") == name ? [15] : [15, 16])),
            ],
            new ValidatorSetTerms(
                Number(Value(words, "cap") ?? "0"),
                Number(Value(words, "least") ?? "0"),
                ulong.Parse(Value(words, "most") ?? "0"),
                [15, 16],
                _twoThirds));
        Assert.Equal(expected, string.Join(' ', set.Validators.Select(static one =>
            $"{Name(one.Operator)}={one.VotingPower}{(one.IsActive ? "*" : "")}")));
    }

    [Fact]
    public void Any_key_will_do_when_none_is_required()
    {
        ValidatorSetTerms terms = new(UInt256.Zero, UInt256.Zero, 0, [], _twoThirds);
        ValidatorSet set = ValidatorSetDerivation.Derive(
            [Provider("A=5 B=7")], [new(Of("A"), [3]), new(Of("B"), [])], terms);
        Assert.Equal([true, false], set.Validators.Select(static one => one.IsActive));
    }

    // 5 + 2 from two providers; the vaults stay apart, by address. 12 is active: ⌊8.0…⌋ + 1 = 9.
    [Fact]
    public void Providers_add_up()
    {
        ValidatorSet set = ValidatorSetDerivation.Derive(
            [Provider("A=5 B=5"), Provider("A=2")],
            [new(Of("B"), [15]), new(Of("A"), [15])],
            new ValidatorSetTerms(UInt256.Zero, UInt256.Zero, 0, [15], _twoThirds));
        Assert.Equal([7UL, 5UL], set.Validators.Select(static one => one.VotingPower));
        Assert.Equal(2, set.Validators[0].Vaults.Count);
        Assert.Equal(12UL, set.TotalActiveVotingPower);
        Assert.Equal(9UL, set.QuorumThreshold);
    }

    // An operator's vaults beyond the first 1024 by power count for nothing: 1024 · 2, without the 1.
    [Fact]
    public void Only_the_largest_vaults_count()
    {
        VaultVotingPower[] vaults =
        [
            new(Address.FromNumber(1), 1UL),
            .. Enumerable.Range(2, 1024).Select(static i =>
                new VaultVotingPower(Address.FromNumber((ulong)i), 2UL)),
        ];
        ValidatorSet set = ValidatorSetDerivation.Derive(
            [[new(Of("A"), vaults)]],
            [new(Of("A"), [15])],
            new ValidatorSetTerms(UInt256.Zero, UInt256.Zero, 0, [15], _twoThirds));
        Assert.Equal(2048UL, set.TotalActiveVotingPower);
        Assert.Equal(Address.FromNumber(2), set.Validators[0].Vaults[0].Vault);
    }

    // ⌊9 · 2/3⌋ + 1: a part that comes out even still needs one more. All of it can never be reached.
    [Fact]
    public void A_quorum_is_more_than_the_part()
    {
        Assert.Equal(2UL, ValidatorSetDerivation.Quorum(3UL, new Wad(500_000_000_000_000_000UL)));
        Assert.Equal(6UL, ValidatorSetDerivation.Quorum(10UL, new Wad(500_000_000_000_000_000UL)));
        Assert.Equal(11UL, ValidatorSetDerivation.Quorum(10UL, Wad.One));
        Assert.Equal(1UL, ValidatorSetDerivation.Quorum(0UL, Wad.One));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            ValidatorSetDerivation.Quorum(10UL, new Wad(UInt256.Zero)));
    }

    private static OperatorVotingPower[] Provider(string powers) =>
    [
        .. powers.Split(' ').Select(static word => new OperatorVotingPower(
            Of(word[..1]), [new VaultVotingPower(Of("vault"), Number(word[2..]))])),
    ];

    private static string Text(IEnumerable<OperatorVotingPower> powers) =>
        string.Join(", ", powers.Select(static one => Name(one.Operator) + string.Concat(one.Vaults.Select(
            static vault => $" {Name(vault.Vault)}={vault.VotingPower}"))));

    private static string Name(Address address) =>
        _names.First(name => Of(name) == address);
}
