using System.Diagnostics.CodeAnalysis;
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
    }

    /// <summary>What an application has to look like.</summary>
    public FormSchema Form { get; }

    /// <summary>Complete applications that are valid as they stand, the plainest first; at least one.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>By name: the text of documents and messages, German.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; }
}

