using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>A step and where it stands in the list of steps that holds it.</summary>
/// <param name="Step">The step.</param>
/// <param name="Pointer">From the outermost list: <c>/3</c>, or <c>/3/then/0</c> within a branch.</param>
internal sealed record StepPlace(Step Step, string Pointer)
{
    /// <summary>Every step, what contains others before what it contains.</summary>
    public static IEnumerable<StepPlace> All(IReadOnlyList<Step> steps, string at = "") =>
        steps.SelectMany((step, index) => Inner(step, $"{at}/{index}").Prepend(new(step, $"{at}/{index}")));

    private static IEnumerable<StepPlace> Inner(Step step, string at) => step switch
    {
        Step.Branch branch => All(branch.Then, at + "/then").Concat(All(branch.Else ?? [], at + "/else")),
        Step.Parallel parallel => parallel.Branches.SelectMany((way, index) => All(way, $"{at}/branches/{index}")),
        Step.Wait { Review: { } review } => [new(review, at + "/review")],
        _ => [],
    };
}
