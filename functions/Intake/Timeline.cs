using System.Globalization;
using System.Resources;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Intake;

/// <summary>What of a journal concerns the applicant, in sentences. Who did what in the Kommune does not.</summary>
internal static class Timeline
{
    private static readonly ResourceManager Words = new("Ozg.Functions.Intake.Timeline", typeof(Timeline).Assembly);

    public static IReadOnlyList<TimelineEntry> Of(Manifest manifest, Case current, IReadOnlyList<JournalLine> journal, CultureInfo language)
    {
        var entries = new List<TimelineEntry> { Entry(manifest.ReceivedAt, "received", language) };
        foreach (var line in journal)
        {
            if (NameOf(line.Event) is { } name)
                entries.Add(Entry(line.Event.At, name, language));
        }

        if (current.IsClosed && journal.Count > 0)
            entries.Add(Entry(journal[^1].Event.At, current.Status == CaseStatus.Completed ? "completed" : "rejected", language));
        return entries;
    }

    private static string? NameOf(CaseEvent happened) => happened switch
    {
        CaseEvent.Checked => "checked",
        CaseEvent.Issued => "issued",
        CaseEvent.Delivered => "delivered",
        CaseEvent.Notified => "notified",
        _ => null,
    };

    private static TimelineEntry Entry(DateTimeOffset at, string name, CultureInfo language) =>
        new(at, name, Words.GetString(name, language) ?? throw new MissingManifestResourceException($"No text \"{name}\"."));
}
