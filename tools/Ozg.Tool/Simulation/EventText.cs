using System.Diagnostics;
using System.Globalization;
using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Tool.Simulation;

/// <summary>An event in words.</summary>
internal static class EventText
{
    public static string Who(SimulatedEvent one) => one.Happened switch
    {
        CaseEvent.Received or CaseEvent.Supplemented or CaseEvent.Withdrawn or CaseEvent.BackFromPayment => "applicant",
        CaseEvent.Claimed act => Name(act.By),
        CaseEvent.Released act => Name(act.By),
        CaseEvent.Delegated act => Name(act.By),
        CaseEvent.Approved act => Name(act.By),
        CaseEvent.Rejected act => Name(act.By),
        CaseEvent.Forwarded act => Name(act.By),
        CaseEvent.ReviewOpened act => Name(act.By),
        CaseEvent.Answered act => Name(act.By),
        CaseEvent.InformationRequested act => Name(act.By),
        CaseEvent.Extended act => Name(act.By),
        CaseEvent.PaymentRequested or CaseEvent.PaymentSeen => "payment",
        CaseEvent.Freed => "register",
        CaseEvent.Delivered => "back-office",
        CaseEvent.DeadlinePassed => "calendar",
        _ => "process",
    };

    public static string What(SimulatedEvent one) => one.Happened switch
    {
        CaseEvent.Received => "sends the application",
        CaseEvent.Checked done => $"{done.Step}: {Facts(done)}{(done.Responsible is { } other ? $"; {other} is responsible" : "")}",
        CaseEvent.Claimed act => $"takes {StepOf(act.Task)}",
        CaseEvent.Released act => $"gives {StepOf(act.Task)} back",
        CaseEvent.Delegated act => $"gives {StepOf(act.Task)} to {act.To}",
        CaseEvent.Approved { Altered: not null } act => $"approves {StepOf(act.Task)} in part",
        CaseEvent.Approved act => $"approves {StepOf(act.Task)}",
        CaseEvent.ReviewOpened act => $"{StepOf(act.Task)}: wants it reviewed whether what was granted can stay",
        CaseEvent.Rejected act => $"rejects at {StepOf(act.Task)}",
        CaseEvent.Forwarded act => $"{StepOf(act.Task)}: finds {act.To} responsible",
        CaseEvent.HandedOver done => $"{done.Step}: the other Kommune has the application",
        CaseEvent.Answered act => $"{StepOf(act.Task)}: {Answer(act.Answer.ToString())}{InPlace(one)}",
        CaseEvent.InformationRequested act => $"{StepOf(act.Task)}: asks the applicant for something",
        CaseEvent.Extended act => $"{StepOf(act.Task)}: takes more time",
        CaseEvent.Supplemented => "answers",
        CaseEvent.Withdrawn => "takes the application back",
        CaseEvent.DeadlinePassed => Passed(one.Before, one.After),
        CaseEvent.PaymentRequested begun => $"{begun.Step}: the applicant can pay",
        CaseEvent.BackFromPayment => "is back from the payment page",
        CaseEvent.PaymentSeen seen => $"{seen.Step}: {(seen.Status == PaymentStatus.Booked ? "paid" : seen.Status != PaymentStatus.Initial ? "did not work" : one.Before.IsClosed ? "nobody has paid, and nobody is waited for any more" : "not paid in time")}",
        CaseEvent.Issued done => $"{done.Step}: issues {done.Document}",
        CaseEvent.Notified done => $"{done.Step}: tells the applicant, {done.Message}",
        CaseEvent.Published done => $"{done.Step}: sends the result",
        CaseEvent.Delivered => one.Before.IsClosed ? "has the order to give the money back" : "has the result",
        CaseEvent.RefundOrdered order => $"{order.Step}: orders {(order.Cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)} euro to be given back",
        CaseEvent.Freed freed => $"{freed.Step}: keeps nothing for the application any more",
        _ => throw new UnreachableException($"No words for event kind {one.Happened.GetType().Name}."),
    };

    private static string Passed(Case before, Case after)
    {
        foreach (var task in after.Tasks)
        {
            var old = before.Tasks.FirstOrDefault(other => other.Id == task.Id);
            if (old is { Reminded: false } && task.Reminded && !task.Overdue)
                return $"{task.Step}: {task.Group} is reminded";
            if (old is { Overdue: false } && task.Overdue)
                return $"{task.Step}: {task.Group} is overdue{(task.IsOpinion ? ", and reminded" : "")}{(task.EscalatedTo is { } group ? $"; {group} sees it too" : "")}";
            if (old is { EscalatedTo: null } && task.EscalatedTo is { } further)
                return $"{task.Step}: {task.Group} has said nothing; {further} sees it too";
        }

        if (IsDeemed(after) && !IsDeemed(before))
            return $"{Asked(before).First(task => Asked(after).All(other => other.Id != task.Id)).Step}: nobody has decided, so the application counts as approved";
        if (after.Opinions.Count > before.Opinions.Count)
            return $"{after.Opinions[^1].Step}: {after.Opinions[^1].Group} has said nothing, which counts as: {Answer(after.Opinions[^1].Answer.ToString())}";
        if (before.Waits.FirstOrDefault(wait => after.Waits.All(other => other.Step != wait.Step)) is { } over)
            return $"{over.Step}: the time has come";
        if (before.Requests.FirstOrDefault(request => after.Requests.All(other => other.Id != request.Id)) is { } request)
            return $"{request.Task.Step}: the applicant has not answered";
        return "a deadline has passed";
    }

    private static bool IsDeemed(Case current) => current.Facts.Conditions.ContainsKey(Conditions.Deemed);

    // A task lies at the desk, or waits until the applicant has been heard.
    private static IEnumerable<OpenTask> Asked(Case current) => current.Tasks.Concat(current.Requests.Select(request => request.Task));

    private static string InPlace(SimulatedEvent one) => one.After.Opinions is [.., { AnsweredBy: not null, Group: var office }] ? $", in place of {office}" : "";

    private static string Facts(CaseEvent.Checked done)
    {
        var facts = done.Facts.Conditions.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {(one.Value ? "yes" : "no")}")
            .Concat(done.Facts.Amounts.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {(one.Value / 100m).ToString("0.00", CultureInfo.InvariantCulture)}"))
            .Concat(done.Facts.Dates.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {GermanTime.Day(one.Value)}"))
            .ToList();
        return facts.Count == 0 ? "nothing to find out" : string.Join(", ", facts);
    }

    private static string Answer(string answer) => string.Concat(answer.Select((sign, index) => char.IsUpper(sign) && index > 0 ? $" {char.ToLowerInvariant(sign)}" : char.ToLowerInvariant(sign).ToString()));

    private static string Name(Actor by) => by.Clerk.Value + (by.For is { } absent ? $" i. V. {absent}" : "") + (by.Partner is { } partner ? $" ({partner})" : "");

    private static string StepOf(TaskId task) => task.Value.Split('.')[1];
}
