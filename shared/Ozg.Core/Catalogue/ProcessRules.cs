using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>A mistake in one step.</summary>
/// <param name="Pointer">The step's place in the process: <c>/3</c>, or <c>/3/then/0</c> within a branch.</param>
/// <param name="Step">Its id.</param>
/// <param name="Field">The field at fault, as the catalogue spells it; with what is in it, <c>offices/1/group</c>.</param>
/// <param name="What">English: what is wrong and how to mend it.</param>
public sealed record StepMistake(string Pointer, string Step, string Field, string What);

/// <summary>What has to hold for every process, so that the engine never meets a name it cannot resolve nor a step that is never taken.</summary>
public static class ProcessRules
{
    /// <summary>All mistakes of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="groups">The groups of its Kommune.</param>
    /// <param name="partners">The groups of another Kommune, null when the catalogue has none with this key; left out: there are no others.</param>
    public static IReadOnlyList<StepMistake> Check(Plan plan, IEnumerable<string> groups, Func<Ags, IEnumerable<string>?>? partners = null) =>
        Check(plan.Process, ProcessNames.Of(plan), new(plan.KommuneName, [.. groups], partners ?? (_ => null)));

    /// <summary>All mistakes of a standard process; which groups there are, each Kommune says for itself.</summary>
    public static IReadOnlyList<StepMistake> Check(Leistung leistung) =>
        Check(new Process(leistung.Steps), ProcessNames.Of(leistung), groups: null);

    private static IReadOnlyList<StepMistake> Check(Process process, ProcessNames names, KnownGroups? groups)
    {
        var places = StepPlace.All(process.Steps).ToList();
        return
        [
            .. places.SelectMany((place, index) => Ids(places, place.Step, index)
                .Concat(StepRules.Check(place.Step))
                .Concat(NameRules.Check(place.Step, names, groups))
                .Concat(FlowRules.Check(places, place, names))
                .Select(mistake => new StepMistake(place.Pointer, place.Step.Id, mistake.Field, mistake.What))),
        ];
    }

    private static IEnumerable<(string Field, string What)> Ids(List<StepPlace> places, Step step, int index)
    {
        if (!Names.AreWellFormed(step.Id))
            yield return ("id", $"'{step.Id}' is not a name: {Names.Form}.");
        if (places.Take(index).Any(earlier => earlier.Step.Id == step.Id))
            yield return ("id", $"Step id '{step.Id}' is used twice; every step needs its own, also within branches.");
    }
}
