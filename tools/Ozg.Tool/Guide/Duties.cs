using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>What follows from the steps of a standard: letters, deadlines, who gets which data.</summary>
internal static class Duties
{
    public static string Documents(Service service) => Markdown.List(
        WithWays(service.Standard.Process.Steps, [], service.Standard.Terms).Where(one => one.Step is Step.Issue or Step.Notify).Select(one =>
        {
            var step = one.Step;
            IReadOnlyList<string> when = [.. one.Ways, .. new StepWords(service.Standard.Terms).Details(step)];
            var (kind, name) = step is Step.Issue issue ? ("document.letter", issue.Document) : ("document.message", ((Step.Notify)step).Message);
            return $"**{Markdown.Plain(service.Standard.Terms.Thing(name))}** ({Words.Say(kind)}){(when.Count > 0 ? $": {string.Join("; ", when.Select(Markdown.Plain))}" : "")}";
        }),
        Words.Say("document.none"));

    public static string Deadlines(Service service) => Markdown.Table(
        [Words.Say("compare.step"), Words.Say("deadline.who"), Words.Say("deadline.length"), Words.Say("deadline.source")],
        service.Standard.Process.All().SelectMany(step => Of(step, service)).DistinctBy(row => string.Join('|', row)),
        Words.Say("deadline.noneInProcess"));

    public static string Privacy(Service service)
    {
        var terms = service.Standard.Terms;
        var steps = service.Standard.Process.All().ToList();
        return Markdown.List(
            ((IEnumerable<string>)
            [
                .. steps.OfType<Step.Check>().Where(check => check.Register is not null).Select(check => Words.Say("privacy.register", Markdown.Plain(terms.Thing(check.Register!)))),
                .. steps.OfType<Step.Deliver>().Select(deliver => Words.Say(
                    deliver.Only is not null ? "privacy.only" : deliver.Without is not null ? "privacy.without" : "privacy.all",
                    Markdown.Plain(terms.Thing(deliver.Target)), string.Join(", ", (deliver.Only ?? deliver.Without ?? []).Select(field => Markdown.Plain(field.TrimStart('#')))))),
                .. steps.OfType<Step.Pay>().Where(pay => pay.RefundTo is not null).Select(pay => Words.Say("privacy.refund", Markdown.Plain(terms.Thing(pay.RefundTo!)))),
                .. steps.Any(step => step is Step.Approve { MayForward: true } or Step.Check { ForwardWhen: not null }) ? [Words.Say("privacy.forward")] : Array.Empty<string>(),
                Words.Say("privacy.retention"),
            ]).Distinct(),
            "");
    }

    /// <summary>All steps, each with what the branches around it ask for.</summary>
    private static IEnumerable<(Step Step, IReadOnlyList<string> Ways)> WithWays(IEnumerable<Step> steps, IReadOnlyList<string> ways, Terms terms)
    {
        foreach (var step in steps)
        {
            yield return (step, ways);
            foreach (var (way, inner) in Process.Inner(step).Index())
            {
                IReadOnlyList<string> within = step is Step.Branch branch ? [.. ways, Words.Say(way == 0 ? "detail.when" : "detail.unless", terms.Condition(branch.If))] : ways;
                foreach (var one in WithWays(inner, within, terms))
                    yield return one;
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Of(Step step, Service service)
    {
        var (terms, regime) = (service.Standard.Terms, service.Leistung.Regime);
        var title = Markdown.Plain(new StepWords(terms).Title(step));
        switch (step)
        {
            case Step.Consult consult:
                foreach (var office in consult.Offices)
                    yield return [title, Markdown.Plain(terms.Group(office.Group, office.Partner)), WorkingDays(office.DueInWorkingDays), Words.Say("source.own")];
                break;
            case Step.Approve approve:
                yield return [title, Markdown.Plain(terms.Group(approve.Group)), WorkingDays(approve.DueInWorkingDays), Words.Say("source.own")];
                yield return [Words.Say("deadline.request"), Words.Say("lane.citizen"), FromService(approve.AnswerInDays ?? Step.Approve.UsualAnswerInDays), Words.Say("source.own")];
                if (approve.Hearing is { } hearing)
                    yield return [Words.Say(terms.Reviews.Contains(approve.Id) ? "hearing.review" : "hearing.verdict"), Words.Say("lane.citizen"), FromService(hearing.AnswerInDays), Words.Say($"source.hearing.{regime}")];
                if (approve.DeemedApproval is { } fiction)
                    yield return [Words.Say("deadline.fiction"), Markdown.Plain(terms.Group(approve.Group)), Phrases.Length(fiction.Period), Markdown.Plain(fiction.Source)];
                break;
            case Step.Pay pay:
                yield return [title, Words.Say("lane.citizen"), Days(pay.DueInDays), Words.Say("source.own")];
                break;
        }
    }

    private static string WorkingDays(int count) => Phrases.Length(Period.WorkingDays(count));

    private static string FromService(int days) => Words.Say("length.fromService", Days(days));

    private static string Days(int count) => Phrases.Length(Period.Days(count));
}
