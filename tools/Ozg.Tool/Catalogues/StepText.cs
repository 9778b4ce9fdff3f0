using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Tool.Catalogues;

/// <summary>A step in one line: what, who, by when, and when at all.</summary>
internal static class StepText
{
    public static string Of(Step step) => string.Join(", ", Terms(step).Prepend(Plain(step)));

    private static string Plain(Step step) => step switch
    {
        Step.Check { Register: { } register, Reserves: true } => $"check, reserving at the register {register}",
        Step.Check { Register: { } register } => $"check, asking the register {register}",
        Step.Check => "check",
        Step.Approve approve => $"approve by {approve.Group} within {Days(approve.DueInWorkingDays, "working day")}",
        Step.Consult consult => $"consult {string.Join(" · ", consult.Offices.Select(Office))}",
        Step.Pay pay => $"pay {pay.Amount} within {Days(pay.DueInDays, "day")}",
        Step.Issue issue => $"issue {issue.Document}",
        Step.Deliver deliver => $"deliver to {deliver.Target}",
        Step.Notify notify => $"notify: {notify.Message}",
        Step.Wait { WorkingDays: { } days } => $"wait {Days(days, "working day")}",
        Step.Wait wait => $"wait until {wait.Until}",
        Step.Branch branch => $"when {branch.If}",
        Step.Parallel => "parallel",
        _ => throw new System.Diagnostics.UnreachableException($"No words for step kind {step.GetType().Name}."),
    };

    private static IEnumerable<string> Terms(Step step)
    {
        if (step is Step.Approve { FourEyesWhen: { } fourEyes } approve)
            yield return $"four eyes{(fourEyes == Conditions.Always ? "" : $" when {fourEyes}")}{(approve.Second is { } second ? $" by {second.Group}{Of(second.Partner)}" : "")}";
        if (step is Step.Approve { EscalateTo: { } escalateTo })
            yield return $"then also {escalateTo}";
        if (step is Step.Approve { MayChange: { } changeable })
            yield return $"may change {string.Join(' ', changeable)}";
        if (step is Step.Approve { RejectionMeans: { } means })
            yield return $"a rejection means {means}";
        if (step is Step.Approve { MayForward: true })
            yield return "may hand on to another Kommune";
        if (step is Step.Check { ForwardWhen: { } elsewhere })
            yield return $"hands on when {string.Join(", ", elsewhere)}";
        if (step is Step.Wait { Review: { } review })
            yield return $"can be reviewed ({review.Id})";
        if (step is Step.Consult { EscalateTo: { } further })
            yield return $"silence then also {further}";
        if (step is Step.Approve { Hearing: not null })
            yield return "hearing before a rejection";
        if (step is Step.Approve { DeemedApproval: { } fiction })
            yield return $"deemed approved after {Of(fiction.Period)}";
        if (step is Step.Pay { RefundTo: { } treasury })
            yield return $"refunds by {treasury}";
        if (step.When is { } when)
            yield return $"when {when}";
        if (step.Unless is { } unless)
            yield return $"unless {unless}";
        if (step.On is { } verdict)
            yield return $"on {verdict.ToString().ToLowerInvariant()}";
    }

    private static string Office(Office office) =>
        $"{office.Group}{Of(office.Partner)} ({Days(office.DueInWorkingDays, "working day")}{(office.When is { } when ? $", when {when}" : "")})";

    private static string Of(Ags? partner) => partner is { } ags ? $" of {ags}" : "";

    private static string Of(Period period) => $"{period.Count} {period.Unit}{(period.Count == 1 ? "" : "s")}";

    private static string Days(int count, string unit) => $"{count} {unit}{(count == 1 ? "" : "s")}";
}
