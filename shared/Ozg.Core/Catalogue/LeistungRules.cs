using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>What has to hold within one Leistung, beyond the form of its document.</summary>
public static class LeistungRules
{
    /// <summary>All mistakes, with pointers into the Leistung's document.</summary>
    public static IReadOnlyList<Mistake> Check(Leistung leistung) =>
    [
        .. Head(leistung),
        .. leistung.Attachments.SelectMany((kind, index) => Attachment(leistung, kind).Select(mistake => mistake.Within($"/attachments/{index}"))),
        .. leistung.Conditions.Keys.SelectMany(name => ConditionName(name).Select(mistake => mistake.Within(JsonPointer.Append("/conditions", name)))),
        .. ProcessRules.Check(leistung).Select(mistake => new Mistake($"/steps/{mistake.Index}/{mistake.Field}", mistake.What)),
    ];

    private static IEnumerable<Mistake> Head(Leistung leistung)
    {
        if (!Names.AreWellFormed(leistung.Id))
            yield return new("/id", $"'{leistung.Id}' is not a name: {Names.Form}.");
        if (leistung.LeikaKey.Length != 14 || !leistung.LeikaKey.All(char.IsAsciiDigit))
            yield return new("/leikaKey", "A LeiKa key has 14 digits.");
        if (leistung.Limits.MaxFiles < 0 || leistung.Limits.MaxTotalBytes < 0)
            yield return new("/limits", "Limits are not negative.");
        if (leistung.Steps.Count == 0)
            yield return new("/steps", "A process has at least one step.");
        if (leistung.Examples.Count == 0)
            yield return new("", "A Leistung has at least one example: examples/standard.json.");
        foreach (var name in leistung.Templates.Keys.Where(name => !Names.AreWellFormed(name)))
            yield return new("", $"The template '{name}' is not a name: {Names.Form}.");
    }

    private static IEnumerable<Mistake> Attachment(Leistung leistung, AttachmentKind kind)
    {
        if (!Names.AreWellFormed(kind.Kind))
            yield return new("/kind", $"'{kind.Kind}' is not a name: {Names.Form}.");
        if (kind.Kind == AttachmentKind.ApplicationPart)
            yield return new("/kind", $"'{kind.Kind}' is the part of the application itself.");
        if (leistung.Attachments.Count(other => other.Kind == kind.Kind) > 1)
            yield return new("/kind", $"The kind '{kind.Kind}' is there twice.");
        if (kind.MaxBytes < 1 || kind.MaxBytes > leistung.Limits.MaxTotalBytes)
            yield return new("/maxBytes", "A file may have at least 1 byte and no more than all files together.");
        if (kind.MediaTypes.Count == 0)
            yield return new("/mediaTypes", "At least one media type has to be taken.");
    }

    private static IEnumerable<Mistake> ConditionName(string name)
    {
        if (!Names.AreWellFormed(name))
            yield return new("", $"'{name}' is not a name: {Names.Form}.");
        if (Conditions.BuiltIn.Contains(name))
            yield return new("", $"'{name}' is a condition that every process has; call this one otherwise.");
    }
}
