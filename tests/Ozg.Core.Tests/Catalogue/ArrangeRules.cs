using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

/// <summary>Processes with a mistake, and what is said of them.</summary>
internal static class ArrangeRules
{
    public static readonly Step Check = new Step.Check { Id = "check" };

    public static Step.Approve Approve => new() { Id = "assess", Group = "amt", DueInWorkingDays = 14 };

    public static IReadOnlyList<StepMistake> Mistakes(params Step[] steps) =>
        ProcessRules.Check(Plan() with { Process = new(steps) }, ["amt"]);

    /// <summary>The last step has this mistake, and there is no other.</summary>
    public static void Told(string field, string part, params Step[] steps)
    {
        var mistake = Assert.Single(Mistakes(steps));
        Assert.Equal(($"/{steps.Length - 1}", steps[^1].Id, field), (mistake.Pointer, mistake.Step, mistake.Field));
        Assert.Contains(part, mistake.What, StringComparison.Ordinal);
    }
}
