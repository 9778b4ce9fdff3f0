using Ozg.Core.Catalogue;

namespace Ozg.Tool.Catalogues;

/// <summary>What an offer keeps in its layers only.</summary>
internal static class Layered
{
    /// <summary>By name, the rules for applications as they hold in the end.</summary>
    public static IReadOnlyDictionary<string, FormRule> Rules(Offer offer)
    {
        var rules = new Dictionary<string, FormRule>();
        foreach (var (name, rule) in offer.Layers.Select(layer => layer.Changes.Rules).Prepend(offer.Leistung.Rules).SelectMany(layer => layer ?? new Dictionary<string, FormRule>()))
            rules[name] = rule;
        return rules;
    }
}
