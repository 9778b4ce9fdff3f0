using System.Text.RegularExpressions;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>What has to hold within one step: its numbers, and fields that would have no effect.</summary>
internal static partial class StepRules
{
    private const int MostDays = 365;

    public static IEnumerable<(string Field, string What)> Check(Step step) => step switch
    {
        Step.Approve approve => Approve(approve),
        Step.Consult consult => Consult(consult),
        Step.Pay pay => Pay(pay),
        Step.Wait wait => Wait(wait),
        Step.Deliver deliver => Deliver(deliver),
        Step.Parallel { Branches.Count: < 2 } => [("branches", $"Step '{step.Id}' takes several ways at once: name at least two, or put the steps where it stands.")],
        Step.Parallel parallel => parallel.Branches.Index().Where(way => way.Item.Count == 0).Select(way => ($"branches/{way.Index}", $"Way {way.Index + 1} of step '{step.Id}' has no step; leave it out.")),
        Step.Branch { Then.Count: 0, Else: null or { Count: 0 } } => [("then", $"Step '{step.Id}' leads nowhere on either way; leave it out.")],
        _ => [],
    };

    private static IEnumerable<(string, string)> Approve(Step.Approve step)
    {
        foreach (var mistake in Days(step.Id, "dueInWorkingDays", step.DueInWorkingDays, "working days").Concat(Days(step.Id, "answerInDays", step.AnswerInDays, "days")))
            yield return mistake;
        if (step.RemindInWorkingDays is { } remind && (remind < 1 || remind >= step.DueInWorkingDays))
            yield return ("remindInWorkingDays", $"Step '{step.Id}' is due in {step.DueInWorkingDays} working days, but reminds after {remind}; remind after 1 to {step.DueInWorkingDays - 1}, or not at all.");
        if (step.Second is not null && step.FourEyesWhen is null)
            yield return ("second", $"Step '{step.Id}' says who approves second, but never asks for a second approval; set fourEyesWhen, to '{Conditions.Always}' for every case.");
        if (step.EscalateTo is { } group && group == step.Group)
            yield return ("escalateTo", $"Step '{step.Id}' escalates to the group that has it already; name another.");
        if (step.Hearing is { } hearing)
        {
            foreach (var mistake in Days(step.Id, "hearing/answerInDays", hearing.AnswerInDays, "days"))
                yield return mistake;
        }

        if (step.MayChange is { Count: 0 })
            yield return ("mayChange", $"Step '{step.Id}' lets whoever approves change nothing; name fields, or leave 'mayChange' out.");
        if (step.DeemedApproval is { } fiction && string.IsNullOrWhiteSpace(fiction.Source))
            yield return ("deemedApproval/source", $"Step '{step.Id}' counts as approved when nobody decides: name the law that orders it (§ 42a VwVfG).");
        if (step.DeemedApproval is { } deemed && step.DueInWorkingDays > DecisionTime.MostWorkingDays(deemed.Period))
            yield return ("dueInWorkingDays", $"Step '{step.Id}' is due in {step.DueInWorkingDays} working days, but counts as approved after {DecisionTime.Print(deemed.Period)}; make it due sooner.");
    }

    private static IEnumerable<(string, string)> Consult(Step.Consult step)
    {
        if (step.Offices.Count == 0)
            yield return ("offices", $"Step '{step.Id}' asks nobody; name an office, or remove the step.");
        if (step.Quorum is { } quorum && (quorum < 1 || quorum > step.Offices.Count))
            yield return ("quorum", $"Step '{step.Id}' asks {step.Offices.Count} offices: a quorum is 1 to {step.Offices.Count}, not {quorum}; leave it out to wait for all.");
        foreach (var (index, office) in step.Offices.Index())
        {
            foreach (var mistake in Days(step.Id, $"offices/{index}/dueInWorkingDays", office.DueInWorkingDays, "working days")
                .Concat(Days(step.Id, $"offices/{index}/graceInWorkingDays", office.GraceInWorkingDays, "working days")))
                yield return mistake;
            if (step.Offices.Take(index).Any(earlier => earlier.Group == office.Group && earlier.Partner == office.Partner))
                yield return ($"offices/{index}/group", $"Step '{step.Id}' asks '{office.Group}' twice; one answer is enough.");
            if (office.IfSilent is null && (office.Partner is not null || step.EscalateTo is null))
                yield return ($"offices/{index}/ifSilent", $"Step '{step.Id}' waits for '{office.Group}' for ever when it says nothing; say what silence counts as in ifSilent{(office.Partner is null ? ", or name in the step's escalateTo who answers in its place" : "")}.");
        }

        if (step.EscalateTo is { } further && step.Offices.FirstOrDefault(office => office.IfSilent is null && office.Partner is null && office.Group == further) is not null)
            yield return ("escalateTo", $"Step '{step.Id}' escalates the silence of '{further}' to that group itself; name another, or give the office an ifSilent.");
        if (step.EscalateTo is not null && step.Offices.Count > 0 && step.Offices.All(office => office.IfSilent is not null))
            yield return ("escalateTo", $"Step '{step.Id}' never escalates: silence counts as an answer in every office; leave escalateTo out.");
    }

    private static IEnumerable<(string, string)> Pay(Step.Pay step)
    {
        if (!Purpose().IsMatch(step.Purpose))
            yield return ("purpose", $"Payment pages show a purpose of at most 27 letters a to z, digits, blanks and hyphens; '{step.Purpose}' is not one.");
        foreach (var mistake in Days(step.Id, "dueInDays", step.DueInDays, "days"))
            yield return mistake;
        if (step.On == Verdict.Rejected && step.RefundTo is not null)
            yield return ("refundTo", $"Step '{step.Id}' takes money for a rejection: it would go back as soon as the case has ended as rejected; leave 'refundTo' out.");
        else if (step.On != Verdict.Rejected && step.RefundTo is null)
            yield return ("kind", $"Step '{step.Id}' takes money, but nobody gives it back when the application is withdrawn or rejected afterwards; set 'refundTo' to the treasury's system.");
        else if (step.RefundTo is not null && !Names.AreWellFormed(step.RefundTo))
            yield return ("refundTo", $"'{step.RefundTo}' is not a name of a system: {Names.Form}.");
    }

    private static IEnumerable<(string, string)> Wait(Step.Wait step)
    {
        if ((step.WorkingDays is null) == (step.Until is null))
            yield return ("workingDays", $"Step '{step.Id}' waits either for workingDays or until a date; set one of them.");
        if (step.WorkingDays is { } days)
        {
            foreach (var mistake in Days(step.Id, "workingDays", days, "working days"))
                yield return mistake;
        }
    }

    private static IEnumerable<(string, string)> Deliver(Step.Deliver step)
    {
        if (!Names.AreWellFormed(step.Target))
            yield return ("target", $"'{step.Target}' is not a name of a system: {Names.Form}.");
        if (step.Without is not null && step.Only is not null)
            yield return ("without", $"Step '{step.Id}' says both what the recipient gets (only) and what not (without); one of them is enough.");
        if (step.Only is { Count: 0 })
            yield return ("only", $"The recipient of step '{step.Id}' gets no field; name some, or leave 'only' out.");
    }

    private static IEnumerable<(string, string)> Days(string step, string field, int? days, string unit)
    {
        if (days is < 1 or > MostDays)
            yield return (field, $"Step '{step}' has 1 to {MostDays} {unit} here, not {days}.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9 -]{1,27}\z")]
    private static partial Regex Purpose();
}
