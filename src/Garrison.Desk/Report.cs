using Garrison.Primitives;

namespace Garrison.Desk;

/// <summary>What a verb has to say, independent of the form in which it is printed.</summary>
/// <param name="Title">One line.</param>
/// <param name="Sections">Tables.</param>
/// <param name="Notes">What the reader must know to trust the numbers; a star marks what they are
/// about.</param>
internal sealed record Report(string Title, IReadOnlyList<Section> Sections, IReadOnlyList<string> Notes);

/// <summary>A table.</summary>
/// <param name="Name">Its heading, and its name in JSON.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its cells, as many as columns in each row.</param>
internal sealed record Section(
    string Name, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows);

/// <summary>A column.</summary>
/// <param name="Name">Its heading, and its name in JSON.</param>
/// <param name="IsNumber">Whether it is aligned to the right.</param>
/// <param name="IsAssumed">Whether its figures rest on assumptions; they are marked with a star.</param>
internal sealed record Column(string Name, bool IsNumber = false, bool IsAssumed = false);

/// <summary>A value, with the text that people read.</summary>
/// <param name="Text">For people.</param>
/// <param name="Raw">For programs: an exact integer or a name.</param>
/// <param name="Symbol">The unit of an amount; null for anything else.</param>
/// <param name="Decimals">How many decimals an amount has.</param>
internal sealed record Cell(string Text, string Raw, string? Symbol = null, int Decimals = 18)
{
    private const ulong GweiInWei = 1_000_000_000;

    /// <summary>Whether it rests on assumptions, though others of its column do not.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>An amount in units of 10⁻¹⁸.</summary>
    public static Cell Amount(UInt256 raw, string symbol) =>
        new($"{Amounts.ToText(raw)} {symbol}", raw.ToString(), symbol);

    /// <summary>An amount with so many decimals, of which some are shown; rounded down.</summary>
    public static Cell Amount(UInt256 raw, string symbol, int decimals, int shown = 4) =>
        new($"{Amounts.ToText(raw, decimals, shown)} {symbol}", raw.ToString(), symbol, decimals);

    /// <summary>An amount with so many decimals, shown rounded up: what is owed or paid.</summary>
    public static Cell AmountUp(UInt256 raw, string symbol, int decimals, int shown = 4) => new(
        $"{Amounts.ToTextUp(raw, decimals, shown)} {symbol}", raw.ToString(), symbol, decimals);

    /// <summary>A part of 10¹⁸, shown rounded up.</summary>
    public static Cell PercentUp(UInt256 wad) => new(Amounts.ToPercentUp(wad), wad.ToString());

    /// <summary>An amount of ether in gwei, as ether.</summary>
    public static Cell Ether(ulong gwei) => Amount((UInt256)gwei * GweiInWei, "ETH");

    /// <summary>An amount of ether in units of 10⁻¹⁸, shown in gwei, rounded down.</summary>
    public static Cell Gwei(UInt256 wei) => new(
        $"{Amounts.ToText((long)wei.DivDown(GweiInWei).ToUInt64())} gwei", wei.ToString(), "ETH");

    /// <summary>What was and what is.</summary>
    public static Cell Change(UInt256 before, UInt256 after, string symbol) => new(
        $"{Amounts.ToText(before)} -> {Amounts.ToText(after)} {symbol}", $"{before} -> {after}", symbol);

    /// <summary>A part of 10¹⁸.</summary>
    public static Cell Percent(UInt256 wad) => new(Amounts.ToPercent(wad), wad.ToString());

    /// <summary>A count of smallest units, which may be less than 0.</summary>
    public static Cell Units(Int256 units) => new(units.ToString(), units.ToString());

    /// <summary>A whole number.</summary>
    public static Cell Number(long number) => new(
        Amounts.ToText(number), number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A name.</summary>
    public static implicit operator Cell(string text) => new(text, text);
}
