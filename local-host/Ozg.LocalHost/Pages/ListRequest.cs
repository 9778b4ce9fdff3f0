using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ozg.Hosting.Pages;

/// <summary>Which page of a list, and how long: 50 items unless asked, 200 at most.</summary>
internal readonly record struct ListRequest(PageCursor After, int Count)
{
    private const int Default = 50;
    private const int Most = 200;

    /// <returns>Null: <paramref name="refusal"/> says why.</returns>
    public static ListRequest? Parse(string? cursor, string? limit, out IResult? refusal)
    {
        refusal = null;
        var count = Default;
        if (!string.IsNullOrEmpty(limit)
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > Most))
        {
            refusal = Refuse.BadRequest($"limit is a number from 1 to {Most}.");
        }
        else if (PageCursor.Parse(cursor) is { } after)
        {
            return new(after, count);
        }

        refusal ??= Refuse.BadRequest("cursor is not one that a list gave.");
        return null;
    }
}
