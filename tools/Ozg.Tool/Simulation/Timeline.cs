using System.Globalization;
using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;

namespace Ozg.Tool.Simulation;

/// <summary>A played case, to be read: when, who, what, and what came of it.</summary>
internal static class Timeline
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static IEnumerable<string> Of(SimulatedCase played)
    {
        foreach (var one in played.Events.Where(one => !IsPolling(one)))
        {
            yield return $"{GermanTime.Moment(one.Happened.At)}  {EventText.Who(one),-24}  {EventText.What(one)}";
            foreach (var line in Consequences(one))
                yield return $"{"",22}{line}";
        }

        yield return played.End.IsClosed
            ? $"Ended {StatusText(played.End.Status)} on {GermanTime.Moment(played.Events[^1].Happened.At)}, {Length(played)}."
            : $"Not ended: waits at {string.Join(", ", played.End.Steps)}.";
    }

    /// <summary>The platform is asked every few minutes; only what it says in the end is told.</summary>
    private static bool IsPolling(SimulatedEvent one) =>
        one is { Happened: CaseEvent.DeadlinePassed, Effects: [Effect.AskPayment] } || (one.Happened is CaseEvent.PaymentSeen { Status: PaymentStatus.Initial } && one.After.Payments.Count > 0);

    private static IEnumerable<string> Consequences(SimulatedEvent one)
    {
        var (before, after) = (one.Before, one.After);
        foreach (var task in after.Tasks)
        {
            var old = before.Tasks.FirstOrDefault(other => other.Id == task.Id);
            if (old is null)
                yield return $"→ {(task.IsOpinion ? "asks" : "task for")} {task.Group}{Of(task.Partner)}: {task.Step}{(task.FirstApprovalBy is null ? "" : ", second pair of eyes")}";
            if (old?.Due.Day != task.Due.Day)
            {
                foreach (var line in Due("due", task.Due))
                    yield return line;
            }

            if (task.Fiction is { } fiction && old?.Fiction?.Day != fiction.Day)
            {
                foreach (var line in Due("deemed approved after", fiction))
                    yield return line;
            }

            if (task.Silence is { } silence && old?.Silence?.Day != silence.Day)
            {
                foreach (var line in Due("silence is waited for until", silence))
                    yield return line;
            }
        }

        foreach (var request in after.Requests.Where(request => before.Requests.All(other => other.Id != request.Id)))
        {
            yield return request.Kind == RequestKind.Hearing ? "→ the applicant is heard before the rejection" : "→ the applicant is asked; the task's time stands still";
            foreach (var line in Due("to answer by", request.Due))
                yield return line;
        }

        foreach (var payment in after.Payments.Where(payment => before.Payments.All(other => other.Step != payment.Step)))
        {
            yield return $"→ to pay: {(payment.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)} euro";
            foreach (var line in Due("to pay by", payment.Due))
                yield return line;
        }

        foreach (var wait in after.Waits.Where(wait => before.Waits.All(other => other.Step != wait.Step)))
            yield return $"→ waits until {GermanTime.Moment(wait.Until)}";
        if (after.Verdict != before.Verdict)
            yield return "→ the application is rejected";
    }

    private static IEnumerable<string> Due(string what, Deadline due) =>
        ReasoningText.Of(due.Reasoning, English).Select((sentence, index) => $"      {sentence} ({due.Reasoning[index].Source})").Prepend($"    {what} {GermanTime.Day(due.Day)}");

    private static string Of(Ags? partner) => partner is { } ags ? $" of {ags}" : "";

    private static string StatusText(CaseStatus status) => status.ToString().ToLowerInvariant();

    private static string Length(SimulatedCase played)
    {
        var length = played.Events[^1].Happened.At - played.Events[0].Happened.At;
        return length.TotalDays >= 1 ? $"after {(int)length.TotalDays} days" : length.TotalMinutes >= 1 ? $"after {(int)length.TotalMinutes} minutes" : $"after {(int)length.TotalSeconds} seconds";
    }
}
