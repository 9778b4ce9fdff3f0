using System.Diagnostics;
using System.Globalization;
using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

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

        yield return played.Closing is { Happened.At: var end }
            ? $"Ended {StatusText(played.End.Status)} on {GermanTime.Moment(end)}, {Length(played.Events[0].Happened.At, end)}."
            : $"Not ended: waits at {string.Join(", ", played.End.Steps)}.";
        if (played.Closing is { After.IsOver: false })
            yield return played.End.IsOver ? $"Nothing is left to give back since {GermanTime.Moment(played.Events[^1].Happened.At)}." : "Something is left to give back.";
    }

    /// <summary>The platform is asked every few minutes; only what it says in the end is told.</summary>
    private static bool IsPolling(SimulatedEvent one) =>
        one is { Happened: CaseEvent.DeadlinePassed, Effects: [Effect.AskPayment] } || (one.Happened is CaseEvent.PaymentSeen { Status: PaymentStatus.Initial } && (one.After.Payments.Count > 0 || one.After.Returns.OfType<OpenReturn.Watch>().Any()));

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
            yield return after.Verdict == Verdict.Forwarded ? $"→ the application goes to {after.ForwardedAs!.Value.Kommune}" : "→ the application is rejected";
        foreach (var owed in after.Returns.Where(owed => before.Returns.All(other => (other.Step, other.GetType()) != (owed.Step, owed.GetType()))))
            yield return Owed(owed);
    }

    private static IEnumerable<string> Due(string what, Deadline due) =>
        ReasoningText.Of(due.Reasoning, English).Select((sentence, index) => $"      {sentence} ({due.Reasoning[index].Source})").Prepend($"    {what} {GermanTime.Day(due.Day)}");

    private static string Owed(OpenReturn owed) => owed switch
    {
        OpenReturn.Refund => "→ the money is to be given back",
        OpenReturn.Watch watch => $"→ the payment page is still open: the platform is asked until {GermanTime.Moment(watch.Until)}",
        OpenReturn.Reservation => "→ the register is told to free what it keeps",
        _ => throw new UnreachableException($"No words for {owed.GetType().Name}."),
    };

    private static string Of(Ags? partner) => partner is { } ags ? $" of {ags}" : "";

    private static string StatusText(CaseStatus status) => status.ToString().ToLowerInvariant();

    private static string Length(DateTimeOffset from, DateTimeOffset to)
    {
        var length = to - from;
        return length.TotalDays >= 1 ? $"after {(int)length.TotalDays} days" : length.TotalMinutes >= 1 ? $"after {(int)length.TotalMinutes} minutes" : $"after {(int)length.TotalSeconds} seconds";
    }
}
