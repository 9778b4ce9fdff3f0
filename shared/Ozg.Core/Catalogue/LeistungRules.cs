using Ozg.Core.Deadlines;
using Ozg.Core.Expressions;
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
        .. ExpressionRules.Check(leistung.Conditions, leistung.Amounts, leistung.Dates, leistung.Rules, leistung),
        .. ProcessRules.Check(leistung).Select(mistake => new Mistake($"/steps{mistake.Pointer}/{mistake.Field}", mistake.What)),
        .. Steps(leistung),
        .. leistung.Examples.Take(1).SelectMany(example => Demanded(leistung, example)),
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
        foreach (var what in kind.RequiredWhen is { } required ? ExpressionRules.Check(required, ExpressionType.Condition, leistung) : [])
            yield return new("/requiredWhen", what);
    }

    private static IEnumerable<Mistake> Steps(Leistung leistung)
    {
        foreach (var (step, pointer) in StepPlace.All(leistung.Steps))
        {
            if (step is Step.Deliver deliver)
            {
                foreach (var (field, what) in FieldNumbers.Check(deliver, leistung.Form))
                    yield return new($"/steps{pointer}/{field}", what);
            }

            if (step is Step.Approve approve)
            {
                foreach (var (field, what) in ChangeableFields.Check(approve, leistung.Form))
                    yield return new($"/steps{pointer}/{field}", what);
            }

            foreach (var (_, what) in leistung.Deadlines.Where(deadline => deadline.Decide is not null)
                .SelectMany(deadline => DecisionTime.TooLong(leistung.Steps, deadline.Decide!)).Where(late => late.Step == step.Id))
                yield return new($"/steps{pointer}/dueInWorkingDays", what);
        }
    }

    // Whoever looks a Leistung up and sends its plainest example must not be refused.
    private static IEnumerable<Mistake> Demanded(Leistung leistung, Example plainest)
    {
        var today = new DateOnly(2026, 1, 1); // any day: examples move with it
        var anywhere = LegalCalendar.For(Land.Hessen); // any Land: a standard has none
        foreach (var (index, kind) in leistung.Attachments.Index())
        {
            if (kind.RequiredWhen is { } text && Expression.Parse(text) is { Succeeded: true, Value: var required }
                && required.Holds(new(plainest.On(today), today, [], anywhere)) is { Succeeded: true, Value: true })
                yield return new($"/attachments/{index}/requiredWhen", $"The example '{plainest.Name}' would need this file; the plainest example is one that can be sent without any.");
        }
    }
}
