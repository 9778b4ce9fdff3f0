using System.Text;

namespace Ozg.Tool.Guide;

/// <summary>Pieces of Markdown.</summary>
internal static class Markdown
{
    /// <summary>A text that means nothing but itself, on one line.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings(" "))
        {
            if (sign is '\\' or '|' or '<' or '*' or '_' or '[' or ']' or '`')
                plain.Append('\\');
            plain.Append(sign);
        }

        return plain.ToString();
    }

    /// <summary>A table; what stands in place of one without rows otherwise.</summary>
    public static string Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, string otherwise)
    {
        var all = rows.ToList();
        return all.Count == 0 ? otherwise : string.Join('\n', new[] { Row(head), Row([.. head.Select(_ => "---")]) }.Concat(all.Select(Row)));
    }

    /// <summary>A list; what stands in place of an empty one otherwise.</summary>
    public static string List(IEnumerable<string> items, string otherwise, string mark = "-")
    {
        var all = items.Select(item => $"{mark} {item}").ToList();
        return all.Count == 0 ? otherwise : string.Join('\n', all);
    }

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
