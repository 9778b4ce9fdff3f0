using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using Ozg.Tool.Drawing;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace Ozg.Tool.Guide;

/// <summary>Says a step in words.</summary>
internal sealed class StepWords(Terms terms)
{
    /// <summary>What happens, in a few words.</summary>
    public string Title(Step step) => step switch
    {
        Step.Check { Register: { } register } => Say("node.askRegister", terms.Thing(register)),
        Step.Check => Say("node.check"),
        Step.Consult => Say("title.consult"),
        Step.Approve approve => terms.Reviews.Contains(approve.Id) ? Say("node.review") : terms.Task(approve),
        Step.Pay => Say("node.pay"),
        Step.Issue issue => Say("node.issue", terms.Thing(issue.Document)),
        Step.Notify notify => Say("node.notify", terms.Thing(notify.Message)),
        Step.Deliver deliver => Say("node.deliver", terms.Thing(deliver.Target)),
        Step.Wait { Until: { } date } => Say("node.waitUntil", terms.Thing(date)),
        Step.Wait wait => Say("node.wait", Days(PeriodUnit.WorkingDay, wait.WorkingDays!.Value)),
        Step.Branch branch => Say("title.branch", terms.Condition(branch.If)),
        Step.Parallel => Say("title.parallel"),
        _ => throw new UnreachableException($"No arm for step kind {step.GetType().Name}."),
    };

    /// <summary>Who, by when, with what rules: as a list of short phrases.</summary>
    public IReadOnlyList<string> Details(Step step) => [.. When(step), .. Own(step)];

    private IEnumerable<string> When(Step step)
    {
        if (step.When is { } when)
            yield return Say("detail.when", terms.Condition(when));
        if (step.Unless is { } unless)
            yield return Say("detail.unless", terms.Condition(unless));
        if (step.On is { } verdict)
            yield return Say($"detail.on.{verdict}");
    }

    private IEnumerable<string> Own(Step step) => step switch
    {
        Step.Check check => Check(check),
        Step.Consult consult => consult.Offices.Select(office => Office(office, consult.EscalateTo)).Concat(consult.Quorum is { } quorum ? [Say("choice.quorum", quorum, consult.Offices.Count)] : []),
        Step.Approve approve => Approve(approve),
        Step.Pay pay => [terms.Thing(pay.Amount), Say("detail.pay", Days(PeriodUnit.Day, pay.DueInDays)), .. pay.RefundTo is { } treasury ? [Say("detail.refund", terms.Thing(treasury))] : Array.Empty<string>()],
        Step.Deliver { Only.Count: > 0 } deliver => [Say("detail.only", deliver.Only!.Count)],
        Step.Deliver { Without.Count: > 0 } deliver => [Say("detail.without", deliver.Without!.Count)],
        _ => [],
    };

    private IEnumerable<string> Check(Step.Check step)
    {
        if (step.ForwardWhen is { Count: > 0 } elsewhere)
            yield return Say("detail.forwardWhen", string.Join(", ", elsewhere.Select(terms.Condition)));
        if (step.RejectWhen is { Count: > 0 } reasons)
            yield return Say("detail.rejectWhen", string.Join(", ", reasons.Select(terms.Condition)));
        if (step.Reserves == true)
            yield return Say("detail.reserves");
    }

    private string Office(Office office, string? escalateTo)
    {
        var said = Say("detail.office", terms.Group(office.Group, office.Partner), Days(PeriodUnit.WorkingDay, office.DueInWorkingDays));
        if (office.When is { } when)
            said += Say("detail.office.when", terms.Condition(when));
        var grace = Phrases.After(Period.WorkingDays(office.GraceInWorkingDays ?? Core.Processes.Office.UsualGraceInWorkingDays));
        if (office.IfSilent is { } silence)
            said += Say("detail.office.silence", Say($"answer.{silence}"), grace);
        else if (escalateTo is not null)
            said += Say("detail.office.escalate", terms.Group(escalateTo), grace);
        return said;
    }

    private IEnumerable<string> Approve(Step.Approve step)
    {
        yield return terms.Group(step.Group);
        yield return Say("note.due", Days(PeriodUnit.WorkingDay, step.DueInWorkingDays));
        if (step.RemindInWorkingDays is { } remind)
            yield return Say("alarm.reminder", Phrases.After(Period.WorkingDays(remind)));
        if (step.EscalateTo is { } escalate)
            yield return Say("detail.escalate", terms.Group(escalate));
        if (step.FourEyesWhen is { } condition)
        {
            var who = step.Second is { } second ? terms.Group(second.Group, second.Partner) : Say("detail.sameGroup");
            yield return condition == Conditions.Always ? Say("detail.fourEyes", who) : Say("detail.fourEyesWhen", terms.Condition(condition), who);
        }

        if (step.MayChange is { } changeable)
            yield return Say("detail.mayChange", string.Join(", ", changeable.Select(terms.Field)));
        if (step.MayForward == true)
            yield return Say("detail.mayForward");
        if (terms.Reviews.Contains(step.Id))
            yield return Say("detail.review");
        if (step.Hearing is { } hearing)
            yield return Say(terms.Reviews.Contains(step.Id) ? "detail.revocationHearing" : "detail.hearing", Days(PeriodUnit.Day, hearing.AnswerInDays));
        if (step.DeemedApproval is { } fiction)
            yield return Say("detail.fiction", Phrases.After(fiction.Period), fiction.Source);
    }

    private static string Days(PeriodUnit unit, int count) => Phrases.Length(new Period(count, unit));

    private static string Say(string key, params object[] values) => Words.Say(key, values);
}
