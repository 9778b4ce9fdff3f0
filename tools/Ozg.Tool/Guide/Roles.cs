using Ozg.Core.Processes;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>Everybody who has a part in a standard, and what they do in it.</summary>
internal static class Roles
{
    public static string Of(Service service)
    {
        var (terms, steps) = (service.Standard.Terms, service.Standard.Process.All().ToList());
        var words = new StepWords(terms);
        var parts = Applicant(steps, terms).Select(task => (Who: Words.Say("lane.citizen"), Task: task))
            .Concat(steps.SelectMany(step => Offices(step, words, terms)))
            .Concat(steps.Where(IsAutomatic).Select(step => (Who: Words.Say("lane.system"), Task: words.Title(step))))
            .Concat(steps.OfType<Step.Deliver>().Select(step => (Who: Words.Say("lane.backOffice"), Task: Words.Say("role.receives", terms.Thing(step.Target)))));
        return Markdown.Table(
            [Words.Say("role.head"), Words.Say("role.task")],
            parts.Distinct().GroupBy(part => part.Who, part => Markdown.Plain(part.Task)).Select(role => (string[])[Markdown.Plain(role.Key), string.Join("; ", role)]),
            "");
    }

    private static IEnumerable<string> Applicant(List<Step> steps, Terms terms)
    {
        yield return Words.Say("role.applies");
        if (steps.OfType<Step.Approve>().Any())
            yield return Words.Say("role.answers");
        if (steps.OfType<Step.Approve>().Any(step => step.Hearing is not null))
            yield return Words.Say("role.heard");
        if (steps.OfType<Step.Pay>().Any())
            yield return Words.Say("role.pays");
        var letters = steps.Select(step => step switch { Step.Issue issue => issue.Document, Step.Notify notify => notify.Message, _ => null }).OfType<string>().Distinct();
        yield return Words.Say("role.gets", string.Join(", ", letters.Select(terms.Thing)));
    }

    private static IEnumerable<(string Who, string Task)> Offices(Step step, StepWords words, Terms terms)
    {
        if (step is Step.Consult consult)
        {
            foreach (var office in consult.Offices)
                yield return (terms.Group(office.Group, office.Partner), Words.Say("role.opinion"));
        }

        if (step is not Step.Approve approve)
            yield break;
        yield return (terms.Group(approve.Group), words.Title(approve));
        if (approve.FourEyesWhen is not null)
            yield return (approve.Second is { } second ? terms.Group(second.Group, second.Partner) : terms.Group(approve.Group), Words.Say("role.second", words.Title(approve)));
        if (approve.EscalateTo is { } group)
            yield return (terms.Group(group), Words.Say("role.overdue", words.Title(approve)));
    }

    private static bool IsAutomatic(Step step) => step is Step.Check or Step.Issue or Step.Notify or Step.Wait;
}
