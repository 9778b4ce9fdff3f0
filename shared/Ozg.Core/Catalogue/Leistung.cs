using System.Diagnostics.CodeAnalysis;
using Ozg.Core.Documents;
using Ozg.Core.Forms;

namespace Ozg.Core.Catalogue;

/// <summary>
/// An administrative service as all Kommunen share it, complete: what its document says, and the files beside it. What one
/// Kommune does differently is in its <see cref="Offer"/>.
/// </summary>
public sealed record Leistung : LeistungDocument
{
    /// <summary>Puts a Leistung together; <see cref="LeistungRules"/> tells whether it holds together.</summary>
    [SetsRequiredMembers]
    public Leistung(LeistungDocument document, FormSchema form, IReadOnlyList<Example> examples, IReadOnlyDictionary<string, string> templates)
        : base(document)
    {
        Form = form;
        Examples = examples;
        Templates = templates;
        LabelsShown = LabelsOf(form, templates.Values);
    }

    /// <summary>What an application has to look like.</summary>
    public FormSchema Form { get; }

    /// <summary>Complete applications that are valid as they stand, the plainest first; at least one.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>By name: the text of documents and messages, German.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; }

    /// <summary>
    /// By pointer, what the form calls the choices that a template prints; null: none. Every plan holds them, since a document must
    /// not change with the form while its case runs.
    /// </summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? LabelsShown { get; }

    private static Dictionary<string, IReadOnlyDictionary<string, string>>? LabelsOf(FormSchema form, IEnumerable<string> templates)
    {
        var shown = templates.SelectMany(Template.PointersIn).Distinct()
            .Select(pointer => (Pointer: pointer, Labels: form.LabelsOf(pointer))).Where(one => one.Labels is not null)
            .ToDictionary(one => one.Pointer, one => one.Labels!);
        return shown.Count == 0 ? null : shown;
    }
}

