using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Tool.Guide;

namespace Ozg.Tool.Drawing;

/// <summary>A process with the words to draw and tell it.</summary>
/// <param name="Id">Names its picture.</param>
/// <param name="Title">German: the Leistung, and whose way of it.</param>
/// <param name="Process">The effective one.</param>
/// <param name="Terms">Its words.</param>
internal sealed record DrawnProcess(string Id, string Title, Process Process, Terms Terms)
{
    /// <summary>Whether anybody at a desk has a part in it.</summary>
    public bool HasClerks => Process.All().Any(step => step is Step.Approve or Step.Consult);

    /// <summary>As one Kommune runs it.</summary>
    public static DrawnProcess Of(Catalogue catalogue, Offer offer) => new(
        $"{offer.Leistung.Id}-{offer.Plan.Kommune}",
        Words.Say("picture.kommune", offer.Leistung.Name.De, offer.Plan.KommuneName),
        offer.Plan.Process,
        TermsOf(catalogue, offer.Leistung, offer.Plan.Process, catalogue.Kommune(offer.Plan.Kommune).Value.Groups));

    /// <summary>As all share it. Its groups are called as most Kommunen call them.</summary>
    public static DrawnProcess Standard(Catalogue catalogue, Leistung leistung)
    {
        var groups = catalogue.Kommunen.SelectMany(kommune => kommune.Groups)
            .GroupBy(group => group.Key, group => group.Value)
            .ToDictionary(names => names.Key, names => names.GroupBy(name => name).OrderByDescending(name => name.Count()).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key);
        return new(
            $"{leistung.Id}-{Offer.Standard}", Words.Say("picture.standard", leistung.Name.De),
            new Process(leistung.Steps), TermsOf(catalogue, leistung, new Process(leistung.Steps), groups));
    }

    public Picture Picture() => Drawing.Picture.Of(FlowBuilder.Build(Id, Title, Process, Terms));

    private static Terms TermsOf(Catalogue catalogue, Leistung leistung, Process process, IReadOnlyDictionary<string, string> groups) => new(
        groups,
        catalogue.Kommunen.ToDictionary(kommune => kommune.Ags, kommune => kommune.Name),
        leistung.Words ?? new Dictionary<string, string>())
    {
        Fields = process.All().OfType<Step.Approve>().SelectMany(approve => approve.MayChange ?? []).Distinct()
            .Select(pointer => (pointer, Title: leistung.Form.TitleOf(pointer)?.De)).Where(field => field.Title is not null).ToDictionary(field => field.pointer, field => field.Title!),
        Reviews = process.All().OfType<Step.Wait>().Select(wait => wait.Review?.Id).OfType<string>().ToHashSet(),
    };
}
