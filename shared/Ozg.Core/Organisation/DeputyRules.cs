using System.Globalization;
using Ozg.Core.Cases;

namespace Ozg.Core.Organisation;

/// <summary>What a Kommune's list of deputies has to hold.</summary>
public static class DeputyRules
{
    /// <summary>Of all days; what is over may be left out.</summary>
    public const int MaxRules = 1000;

    /// <summary>Of a clerk's id, in characters.</summary>
    public const int MaxIdLength = 200;

    /// <summary>The list, each rule once; or what is wrong, with pointers into <c>items</c>.</summary>
    public static Outcome<DeputyRule[]> Read(IReadOnlyList<DeputyRule> rules)
    {
        IReadOnlyList<FieldError> mistakes =
        [
            .. rules.Count > MaxRules ? [new FieldError("#/items", "too-many", "items", MaxRules.ToString(CultureInfo.InvariantCulture))] : Array.Empty<FieldError>(),
            .. rules.SelectMany((rule, index) => Mistakes(rule).Select(mistake => mistake with { Pointer = $"#/items/{index}{mistake.Pointer}" })),
        ];
        return mistakes.Count > 0 ? new InvalidDeputies(mistakes) : rules.Distinct().ToArray();
    }

    private static IEnumerable<FieldError> Mistakes(DeputyRule rule)
    {
        if (!IsId(rule.Absent))
            yield return new("/absent", "clerk");
        if (!IsId(rule.Deputy))
            yield return new("/deputy", "clerk");
        else if (rule.Deputy == rule.Absent)
            yield return new("/deputy", "deputy-of-oneself");
        if (rule.Until < rule.From)
            yield return new("/until", "until-too-early");
    }

    /// <summary>Whether a text can be a clerk's id; not whether there is such a clerk, which only the directory knows.</summary>
    public static bool IsId(ClerkId id) => id.Value is { Length: > 0 and <= MaxIdLength } text && !text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter));
}

/// <summary>Another lead has changed the list since it was read.</summary>
public sealed record DeputiesChanged() : Error.Outdated("deputies-changed");

/// <summary>There is a list, and the request does not say which one it replaces.</summary>
public sealed record DeputiesUnread() : Error.Unconditional("deputies-unread");

/// <summary>The list of deputies cannot be kept as it is.</summary>
public sealed record InvalidDeputies(IReadOnlyList<FieldError> Errors) : Error.Invalid("invalid-deputies")
{
    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => Errors;
}
