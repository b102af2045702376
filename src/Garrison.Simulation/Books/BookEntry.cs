using System.Text.Json;

using Garrison.Primitives;

namespace Garrison.Simulation.Books;

/// <summary>An object of a <c>book.json</c>, read strictly: a wrong value is named with its place, and so is
/// a field that nobody asked for or a number that is from nowhere.</summary>
internal sealed class BookEntry
{
    private const int AmountDigitsMax = 60;

    private static readonly string[] _always = ["source", "assumed"];

    private readonly JsonElement _element;
    private readonly string _place;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);

    public BookEntry(JsonElement element, string place)
    {
        _element = element;
        _place = place;
        if (element.ValueKind != JsonValueKind.Object) throw Wrong("is no object");
    }

    /// <summary>Reads a file whole.</summary>
    public static BookEntry Open(string file)
    {
        try
        {
            return new BookEntry(
                JsonElement.Parse(
                    File.ReadAllText(file), new JsonDocumentOptions { AllowDuplicateProperties = false }),
                Shown(file));
        }
        catch (JsonException exception)
        {
            string where = exception.LineNumber is { } line ? $"{Shown(file)}:{line + 1}" : Shown(file);
            string what = exception.Message.Split(" LineNumber")[0];
            throw new BookException($"{where}: this is not JSON: {what}");
        }
    }

    /// <summary>Whether a field is there.</summary>
    public bool Has(string field) => _element.TryGetProperty(field, out _);

    public string Text(string field)
    {
        JsonElement value = Value(field);
        return value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(field, "give a text");
    }

    public string? TextOrNull(string field) => Has(field) ? Text(field) : null;

    /// <summary>One of some texts.</summary>
    public string OneOf(string field, IReadOnlyCollection<string> known)
    {
        string text = Text(field);
        return known.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Wrong(field, $"there is no {text}; {Near(text, known)}");
    }

    public Address AddressOr(string field, Address otherwise)
    {
        if (!Has(field)) return otherwise;

        return Address.TryParse(Text(field), out Address address)
            ? address
            : throw Wrong(field, "give an address such as 0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2");
    }

    /// <summary>An amount of whole units, as so many decimals of it, exactly.</summary>
    public UInt256 Amount(string field, int decimals)
    {
        _ = _numbers.Add(field);
        return Scaled(Value(field), field, decimals);
    }

    /// <summary>A whole number.</summary>
    public ulong Whole(string field, ulong most)
    {
        UInt256 number = Amount(field, 0);
        return number <= most ? number.ToUInt64() : throw Wrong(field, $"give at most {most}");
    }

    public ulong WholeOr(string field, ulong most, ulong otherwise) =>
        Has(field) ? Whole(field, most) : otherwise;

    /// <summary>A part such as 0.86, at most 1.</summary>
    public Wad Part(string field)
    {
        Wad part = new(Amount(field, 18));
        return part <= Wad.One ? part : throw Wrong(field, "give a part of at most 1, such as 0.86");
    }

    public Wad PartOr(string field, Wad otherwise) => Has(field) ? Part(field) : otherwise;

    /// <summary>A part such as 0.93 in 10⁻⁴.</summary>
    public ushort Bps(string field)
    {
        UInt256 bps = Amount(field, 4);
        return bps <= 20_000UL ? (ushort)bps.ToUInt64() : throw Wrong(field, "give a part such as 0.93");
    }

    /// <summary>A whole number that may be below 0.</summary>
    public int Signed(string field)
    {
        _ = _numbers.Add(field);
        return Value(field).ValueKind == JsonValueKind.Number && Value(field).TryGetInt32(out int number)
            ? number
            : throw Wrong(field, "give a whole number");
    }

    /// <summary>A time such as 2024-04-23T21:35:11Z, in seconds since the Unix epoch.</summary>
    public ulong Time(string field)
    {
        _ = _numbers.Add(field);
        return DateTimeOffset.TryParseExact(
            Text(field),
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time)
            ? (ulong)time.ToUnixTimeSeconds()
            : throw Wrong(field, "give a time such as 2024-04-23T21:35:11Z");
    }

    /// <summary>The objects of a list; none when there is no such list.</summary>
    public IReadOnlyList<BookEntry> List(string field) =>
        [.. Items(field).Select((item, index) => new BookEntry(item, $"{Place(field)}[{index}]"))];

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(string field) =>
    [
        .. Items(field).Select((item, index) => item.ValueKind == JsonValueKind.String
            ? item.GetString()!
            : throw Wrong(field, $"item {index} is no text")),
    ];

    /// <summary>The texts of a list, each one of some.</summary>
    public IReadOnlyList<string> TextsOf(string field, IReadOnlyCollection<string> known)
    {
        IReadOnlyList<string> texts = Texts(field);
        foreach (string text in texts)
        {
            if (!known.Contains(text, StringComparer.Ordinal))
            {
                throw Wrong(field, $"there is no {text}; {Near(text, known)}");
            }
        }

        return texts;
    }

    /// <summary>An object in a field.</summary>
    public BookEntry Part(string field, bool mayBeMissing) =>
        mayBeMissing && !Has(field)
            ? new BookEntry(JsonElement.Parse("{}"), Place(field))
            : new BookEntry(Value(field), Place(field));

    /// <summary>The fields of an object in a field that are texts, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextMap(string field)
    {
        BookEntry map = Part(field, mayBeMissing: true);
        _ = _asked.Add(field);
        return [.. map.Fields().Select(key => KeyValuePair.Create(key, map.Text(key)))];
    }

    /// <summary>The fields of an object in a field that are amounts, in their order, by the decimals of
    /// each.</summary>
    public IReadOnlyList<KeyValuePair<string, UInt256>> AmountMap(string field, Func<string, int?> decimalsOf)
    {
        BookEntry map = Part(field, mayBeMissing: false);
        _ = _numbers.Add(field);
        return
        [
            .. map.Fields().Select(key => KeyValuePair.Create(key, map.Amount(
                key,
                decimalsOf(key) ?? throw map.Wrong(key, "there is no such token in this book")))),
        ];
    }

    /// <summary>The names of all fields, in their order.</summary>
    public IEnumerable<string> Fields() =>
        _element.EnumerateObject().Select(static property => property.Name);

    /// <summary>Ends the reading of an object with numbers: each has to be from a source or
    /// assumed.</summary>
    public MarketOrigin End(IReadOnlyCollection<string> sources)
    {
        string? source = Has("source") ? OneOf("source", sources) : null;
        Dictionary<string, string> assumed =
            new(TextMap("assumed"), StringComparer.Ordinal);
        foreach (string field in assumed.Keys.Where(field => !_asked.Contains(field) && !Has(field)))
        {
            throw Wrong("assumed", $"there is no field {field} here; {Near(field, [.. _numbers])}");
        }

        foreach (string field in _numbers.Where(field => source is null && !assumed.ContainsKey(field)))
        {
            throw Wrong(
                field, "say where it is from: a source for the whole, or why it is so under assumed");
        }

        EndPlain();
        return new MarketOrigin(source, assumed);
    }

    /// <summary>Ends the reading of an object about a table: each of its columns that is not assumed is from
    /// the source.</summary>
    public MarketOrigin EndTable(IReadOnlyCollection<string> sources, IReadOnlyList<string> columns)
    {
        string? source = Has("source") ? OneOf("source", sources) : null;
        Dictionary<string, string> assumed = new(TextMap("assumed"), StringComparer.Ordinal);
        foreach (string column in assumed.Keys.Except(columns, StringComparer.Ordinal))
        {
            throw Wrong("assumed", $"there is no column {column}; {Near(column, [.. columns])}");
        }

        if (source is null && assumed.Count == 0) throw Wrong("say where it is from: source, or assumed");

        EndPlain();
        return new MarketOrigin(source, assumed);
    }

    /// <summary>Ends the reading of an object: nothing may be left in it.</summary>
    public void EndPlain()
    {
        string[] known = [.. _asked.Except(_always, StringComparer.Ordinal)];
        foreach (string field in Fields().Where(field => !_asked.Contains(field)))
        {
            throw Wrong($"there is no field {field}; {Near(field, known)}");
        }
    }

    /// <summary>What is wrong with a field, and what would be right.</summary>
    public BookException Wrong(string field, string how) => new($"{Place(field)}: {how}");

    private BookException Wrong(string how) => new($"{_place}: {how}");

    private string Place(string field) =>
        _place.EndsWith(".json", StringComparison.Ordinal) ? $"{_place}: {field}" : $"{_place}.{field}";

    private JsonElement Value(string field)
    {
        _ = _asked.Add(field);
        return _element.TryGetProperty(field, out JsonElement value)
            ? value
            : throw Wrong($"{field} is missing");
    }

    private JsonElement[] Items(string field)
    {
        _ = _asked.Add(field);
        if (!Has(field)) return [];

        JsonElement list = Value(field);
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : throw Wrong(field, "give a list");
    }

    private UInt256 Scaled(JsonElement value, string field, int decimals)
    {
        if (value.ValueKind == JsonValueKind.Number
            && TryScale(value.GetRawText(), decimals, out UInt256 amount))
        {
            return amount;
        }

        throw Wrong(
            field,
            decimals == 0
                ? "give a whole number"
                : $"give a number of at most {decimals} digits behind the point, such as 5867 or 0.5");
    }

    /// <summary>Reads whole units as so many decimals of it; false where that is not exact.</summary>
    public static bool TryScale(string text, int decimals, out UInt256 amount)
    {
        string[] halves = text.Split('.');
        string fraction = halves.Length == 2 ? halves[1] : "";
        string digits = halves[0] + fraction.PadRight(decimals, '0');
        amount = default;
        return halves.Length <= 2 && halves[0].Length > 0 && fraction.Length <= decimals
            && digits.Length <= AmountDigitsMax && digits.All(char.IsAsciiDigit)
            && UInt256.TryParse(digits, out amount);
    }

    // The book's own folder says enough, wherever the books are.
    private static string Shown(string file) =>
        $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)))}/{Path.GetFileName(file)}";

    private static string Near(string text, IReadOnlyCollection<string> known) => Nearest.Among(text, known);
}
