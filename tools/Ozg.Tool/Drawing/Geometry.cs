namespace Ozg.Tool.Drawing;

/// <summary>A place, in pixels from the top left.</summary>
internal readonly record struct Point(int X, int Y);

/// <summary>An upright rectangle, in pixels.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public Point Centre => new(X + (Width / 2), Y + (Height / 2));

    public bool Overlaps(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public Box Grown(int by) => new(X - by, Y - by, Width + (2 * by), Height + (2 * by));
}

/// <summary>Lines of text that fit a width.</summary>
/// <param name="Lines">From top to bottom.</param>
/// <param name="Size">Of the letters, in pixels.</param>
internal sealed record TextBlock(IReadOnlyList<string> Lines, int Size)
{
    public int LineHeight => Size + (Size / 3);

    public int Height => Lines.Count * LineHeight;

    public int Width => Lines.Count == 0 ? 0 : Lines.Max(line => WidthOf(line, Size));

    /// <summary>Breaks at blanks, and within a word only where it is wider than a line.</summary>
    public static TextBlock Wrap(string text, int width, int size)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width, size)))
        {
            if (lines.Count > 0 && !lines[^1].EndsWith('-') && WidthOf($"{lines[^1]} {word}", size) <= width)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }

        return new(lines, size);
    }

    /// <summary>An estimate on the safe side: the fonts of the readers are not known.</summary>
    public static int WidthOf(string text, int size) => text.Sum(sign => Hundredths(sign) * size) / 100;

    private static int Hundredths(char sign) => sign switch
    {
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ':' or ';' or '!' or '(' or ')' or ' ' or '-' or '/' => 38,
        'm' or 'w' or 'M' or 'W' => 92,
        _ when char.IsUpper(sign) => 70,
        _ => 60,
    };

    private static IEnumerable<string> Pieces(string word, int width, int size)
    {
        while (WidthOf(word, size) > width)
        {
            var length = Enumerable.Range(2, word.Length - 2).Last(length => length == 2 || WidthOf(word[..length] + "-", size) <= width);
            var cut = Syllable(word, length);
            yield return word[..cut] + (word[cut - 1] == '-' ? "" : "-");
            word = word[cut..];
        }

        yield return word;
    }

    /// <summary>The last place at or before the length where a hyphen stands, or a consonant before a vowel begins a syllable.</summary>
    private static int Syllable(string word, int length)
    {
        for (var cut = length; cut > 3; cut--)
        {
            if (word[cut - 1] == '-' || (cut < word.Length - 2 && !IsVowel(word[cut]) && IsVowel(word[cut + 1]) && !Together.Contains(word[(cut - 1)..(cut + 1)].ToLowerInvariant())))
                return cut;
        }

        return length;
    }

    private static readonly string[] Together = ["ch", "ck", "sc", "ph", "qu", "th"];

    private static bool IsVowel(char sign) => "aeiouyäöüAEIOUÄÖÜ".Contains(sign, StringComparison.Ordinal);
}
