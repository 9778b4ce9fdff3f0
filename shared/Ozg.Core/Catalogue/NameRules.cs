using Ozg.Core.Cases;
using Ozg.Core.Expressions;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>Every name in a step leads to something.</summary>
internal static class NameRules
{
    /// <param name="step">The step.</param>
    /// <param name="names">What the process may name.</param>
    /// <param name="groups">Null: not known, in a standard.</param>
    public static IEnumerable<(string Field, string What)> Check(Step step, ProcessNames names, KnownGroups? groups) => step switch
    {
        Step.Issue issue when !names.Templates.Contains(issue.Document) =>
            [("document", $"Step '{step.Id}' issues the unknown document '{issue.Document}'; there are templates for {Listed(names.Templates)}.")],
        Step.Notify notify when !names.Templates.Contains(notify.Message) =>
            [("message", $"Step '{step.Id}' sends the unknown template '{notify.Message}'; there are {Listed(names.Templates)}.")],
        Step.Pay pay when !names.Amounts.ContainsKey(pay.Amount) =>
            [("amount", $"Step '{step.Id}' asks for the unknown amount '{pay.Amount}'; there are {Listed(names.Amounts.Keys)}. Add it under 'amounts'.")],
        Step.Pay pay when Expression.Parse(names.Amounts[pay.Amount]) is { Succeeded: true, Value.FixedAmount: > OpenPayment.MaxCents / 100 } =>
            [("amount", $"Step '{step.Id}' can never be paid: '{pay.Amount}' is always more than the {OpenPayment.MaxCents / 100} euros that a payment platform takes; mend the amount, or leave the step out and send an invoice.")],
        Step.Wait { Until: { } date } when !names.Dates.Contains(date) =>
            [("until", $"Step '{step.Id}' waits for the unknown date '{date}'; there are {Listed(names.Dates)}. Add it under 'dates'.")],
        Step.Check check => Answers(check, names),
        Step.Approve { RejectionMeans: { } means } when !Names.AreWellFormed(means) =>
            [("rejectionMeans", $"'{means}' is not a name: {Names.Form}.")],
        Step.Approve { RejectionMeans: { } means } when names.Conditions.Contains(means) || Conditions.BuiltIn.Contains(means) =>
            [("rejectionMeans", $"'{means}' is a condition that is answered without a clerk; call what a rejection in step '{step.Id}' means otherwise.")],
        _ when groups is not null => Groups(step, groups),
        _ => [],
    };

    private static IEnumerable<(string, string)> Answers(Step.Check step, ProcessNames names)
    {
        if (step.Register is null && step.Answers is { Count: > 0 })
            yield return ("answers", $"Step '{step.Id}' lists what a register answers, but names no register; set 'register'.");
        if (step.Register is { } register && !Names.AreWellFormed(register))
            yield return ("register", $"'{register}' is not a name of a register: {Names.Form}.");
        if (step.Register is not null && step.Answers is null or { Count: 0 })
            yield return ("register", $"Step '{step.Id}' asks a register, but for nothing; list the conditions that it answers under 'answers'.");
        if (step.Register is null && step.Reserves == true)
            yield return ("reserves", $"Step '{step.Id}' reserves something, but asks no register that could keep it; set 'register', or leave 'reserves' out.");
        if (step.Register is null && step.ForwardWhen is not null)
            yield return ("forwardWhen", $"Step '{step.Id}' hands applications on to the Kommune that a register names, but asks no register; set 'register', or leave 'forwardWhen' out.");
        foreach (var (index, answer) in (step.Answers ?? []).Index())
        {
            if (!Names.AreWellFormed(answer))
                yield return ($"answers/{index}", $"'{answer}' is not a name: {Names.Form}.");
            if (names.Conditions.Contains(answer) || Conditions.BuiltIn.Contains(answer))
                yield return ($"answers/{index}", $"'{answer}' is a condition that is answered without a register; call the register's otherwise.");
        }
    }

    private static IEnumerable<(string, string)> Groups(Step step, KnownGroups groups)
    {
        foreach (var (field, group, partner) in GroupsOf(step))
        {
            var known = partner is { } other ? groups.Partners(other) : groups.Own;
            if (known is null)
                yield return ($"{field[..^"group".Length]}partner", $"Step '{step.Id}' asks the Kommune '{partner}' for help, which the catalogue does not have.");
            else if (!known.Contains(group))
                yield return (field, $"Step '{step.Id}' is for the unknown group '{group}'; {(partner is { } helper ? $"the partner {helper}" : groups.Kommune)} has {Listed(known)}. Set another here, or add it to 'groups' there.");
        }
    }

    private static IEnumerable<(string Field, string Group, Ags? Partner)> GroupsOf(Step step)
    {
        if (step is Step.Approve approve)
        {
            yield return ("group", approve.Group, null);
            if (approve.EscalateTo is { } further)
                yield return ("escalateTo", further, null);
            if (approve.Second is { } second)
                yield return ("second/group", second.Group, second.Partner);
        }

        if (step is Step.Consult consult)
        {
            if (consult.EscalateTo is { } further)
                yield return ("escalateTo", further, null);
            foreach (var (index, office) in consult.Offices.Index())
                yield return ($"offices/{index}/group", office.Group, office.Partner);
        }
    }

    internal static string Listed(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal)) is { Length: > 0 } list ? list : "none";
}
