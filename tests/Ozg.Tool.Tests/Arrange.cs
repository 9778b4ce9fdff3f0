using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Platform.Catalogue;
using Ozg.Tool.Drawing;
using Service = Ozg.Tool.Guide.Service;

namespace Ozg.Tool.Tests;

internal static class Arrange
{
    public static string Root { get; } = FindRoot();

    /// <summary>The catalogue as it is shipped.</summary>
    public static Catalogue Shipped { get; } = CatalogueFolder.Load(Path.Combine(Root, "catalogue"), new(2026, 11, 23));

    public static FakeTimeProvider Clock => new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public static Terms Terms { get; } = new(
        new Dictionary<string, string> { ["office"] = "Bauamt", ["fire"] = "Feuerwehr", ["head"] = "Leitung" },
        new Dictionary<Ags, string> { [new("06432009")] = "Groß-Bieberau" },
        new Dictionary<string, string> { ["dangerous"] = "gefährlich" });

    /// <summary>A process that has a step of every kind, with all that a step can say.</summary>
    public static Process Everything { get; } = new(
    [
        new Step.Check { Id = "check", Register = "register", Answers = ["unknown"], RejectWhen = ["unknown"], ForwardWhen = ["unknown"] },
        new Step.Consult
        {
            Id = "opinions", Quorum = 2, EscalateTo = "office",
            Offices = [new("fire", 5) { IfSilent = OfficeAnswer.Agree }, new("head", 7), new("office", 3) { Partner = new Ags("06432009"), When = "dangerous" }],
        },
        new Step.Approve
        {
            Id = "assess", Group = "office", FourEyesWhen = "dangerous", Second = new("office", new Ags("06432009")), DueInWorkingDays = 10,
            RemindInWorkingDays = 7, EscalateTo = "head", MayChange = ["/a"], MayForward = true, Hearing = new(14), DeemedApproval = new("§ 1 Testgesetz", Period.Months(3), EndMoves: true),
        },
        new Step.Branch
        {
            Id = "way", If = "dangerous",
            Then = [new Step.Approve { Id = "inspect", Group = "head", DueInWorkingDays = 2, FourEyesWhen = Conditions.Always }],
            Else = [new Step.Wait { Id = "rest", WorkingDays = 3 }],
        },
        new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Test", DueInDays = 14 },
        new Step.Parallel
        {
            Id = "together",
            Branches =
            [
                [new Step.Deliver { Id = "send", Target = "archive", Without = ["/a"] }, new Step.Notify { Id = "sent", Message = "sent", On = Verdict.Approved }],
                [new Step.Approve { Id = "release", Group = "head", DueInWorkingDays = 1 }],
            ],
        },
        new Step.Issue { Id = "letter", Document = "letter", On = Verdict.Approved, When = Conditions.Conditional },
        new Step.Issue { Id = "plain", Document = "plain", On = Verdict.Approved, Unless = Conditions.Conditional },
        new Step.Issue { Id = "refusal", Document = "refusal", On = Verdict.Rejected },
        new Step.Notify { Id = "elsewhere", Message = "elsewhere", On = Verdict.Forwarded },
        new Step.Wait
        {
            Id = "until", Until = "end",
            Review = new() { Id = "review", Group = "head", FourEyesWhen = Conditions.Always, DueInWorkingDays = 5, Hearing = new(14), RejectionMeans = "revoked" },
        },
        new Step.Notify { Id = "notify", Message = "message", When = "dangerous", Unless = Conditions.Objected },
    ]);

    public static Flow Flow(Process process) => FlowBuilder.Build("test", "Test", process, Terms);

    /// <summary>Every process that the Leitfaden shows, and one with everything.</summary>
    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string> { "everything" };
            foreach (var name in Drawn.Keys.Order(StringComparer.Ordinal))
                names.Add(name);
            return names;
        }
    }

    public static Picture Picture(string name) =>
        Pictures.GetOrAdd(name, _ => new(() => name == "everything" ? Ozg.Tool.Drawing.Picture.Of(Flow(Everything)) : Drawn[name].Picture())).Value;

    private static ConcurrentDictionary<string, Lazy<Picture>> Pictures { get; } = [];

    private static Dictionary<string, DrawnProcess> Drawn { get; } = Service.All(Shipped)
        .SelectMany(service => new[] { service.Standard, service.Small.Drawn, service.Large.Drawn })
        .DistinctBy(drawn => drawn.Id).ToDictionary(drawn => drawn.Id);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OzgFunctions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the repository they were built from.");
        return folder.FullName;
    }
}
