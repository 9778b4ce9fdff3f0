using Ozg.Core.Catalogue;
using Ozg.Core.Processes;

namespace Ozg.Tool.Guide;

/// <summary>What has to be done before a Leistung, or a Kommune, begins.</summary>
internal static class Checklists
{
    public static string Of(Service service)
    {
        var (terms, steps) = (service.Standard.Terms, service.Standard.Process.All().ToList());
        var groups = steps.SelectMany(GroupsOf).Select(group => terms.Group(group)).Distinct().ToList();
        var registers = steps.OfType<Step.Check>().Where(check => check.Register is not null).Select(check => terms.Thing(check.Register!)).Distinct().ToList();
        var targets = steps.OfType<Step.Deliver>().Select(deliver => terms.Thing(deliver.Target)).Distinct().ToList();
        return Boxes(
        [
            .. groups.Select(group => Words.Say("todo.group", Markdown.Plain(group))),
            .. steps.OfType<Step.Approve>().Any(approve => approve.FourEyesWhen is not null) ? [Words.Say("todo.fourEyes")] : Array.Empty<string>(),
            .. registers.Select(register => Words.Say("todo.register", Markdown.Plain(register))),
            .. targets.Select(target => Words.Say("todo.target", Markdown.Plain(target))),
            .. steps.OfType<Step.Pay>().Any() ? [Words.Say("todo.pay")] : Array.Empty<string>(),
            Words.Say("todo.fee"),
            Words.Say("todo.deadlines"),
            .. service.Leistung.LeikaKeyStatus == KeyStatus.Unverified ? [Words.Say("todo.key")] : Array.Empty<string>(),
            Words.Say("todo.texts"),
            Words.Say("todo.privacy"),
            Words.Say("todo.try"),
        ]);
    }

    public static string OfProgramme() => Boxes(Enumerable.Range(1, 8).Select(number => Words.Say($"todo.kommune.{number}")));

    private static IEnumerable<string> GroupsOf(Step step) => step switch
    {
        Step.Consult consult => consult.Offices.Where(office => office.Partner is null).Select(office => office.Group).Concat(consult.EscalateTo is { } further ? [further] : []),
        Step.Approve approve => new[] { approve.Group, approve.Second is { Partner: null } second ? second.Group : null, approve.EscalateTo }.OfType<string>(),
        _ => [],
    };

    private static string Boxes(IEnumerable<string> items) => Markdown.List(items, "", "- ☐");
}
