using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;

namespace Ozg.Functions.Offers;

/// <summary>The Kommunen that take part.</summary>
internal sealed record KommuneList(IReadOnlyList<KommuneItem> Items, string? Cursor = null);

/// <summary>A Kommune.</summary>
/// <param name="Ags">Its key.</param>
/// <param name="Name">For example Darmstadt.</param>
/// <param name="Authority">Who decides, as it stands on a letterhead.</param>
internal sealed record KommuneItem(Ags Ags, string Name, string Authority);

/// <summary>What a Kommune offers.</summary>
internal sealed record LeistungList(IReadOnlyList<LeistungItem> Items, string? Cursor = null);

/// <summary>A Leistung in a list.</summary>
internal sealed record LeistungItem(string Id, string Name, string Description, string LeikaKey);

/// <summary>All that a form needs to know.</summary>
internal sealed record LeistungDetails
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required string LeikaKey { get; init; }

    public required KeyStatus LeikaKeyStatus { get; init; }

    /// <summary>JSON Schema with hints for the form.</summary>
    public required JsonElement FormSchema { get; init; }

    public required IReadOnlyList<AttachmentItem> Attachments { get; init; }

    public required AttachmentLimits AttachmentLimits { get; init; }

    /// <summary>Null when nothing is known to be charged.</summary>
    public required FeeItem? Fee { get; init; }

    /// <summary>Who does it in the Kommune's place; null: the Kommune itself.</summary>
    public required ResponsibleItem? Responsible { get; init; }

    public required IReadOnlyList<DeadlineItem> Deadlines { get; init; }

    /// <summary>Complete applications: what part <c>application</c> holds, valid as they stand.</summary>
    public required IReadOnlyList<JsonElement> Examples { get; init; }
}

/// <summary>A kind of attachment; its name is the multipart part's.</summary>
internal sealed record AttachmentItem(string Kind, string Label, string Description, long MaxBytes, IReadOnlyList<string> MediaTypes);

/// <summary>A fee; a sample shows how it would look and binds nobody.</summary>
internal sealed record FeeItem(string Text, bool Sample);

/// <summary>An organisation that acts in the Kommune's place.</summary>
internal sealed record ResponsibleItem(string Name, string? Note);

/// <summary>A deadline, and where it comes from.</summary>
internal sealed record DeadlineItem(string Text, string Source, bool Sample);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KommuneList))]
[JsonSerializable(typeof(LeistungList))]
[JsonSerializable(typeof(LeistungDetails))]
internal sealed partial class OffersJson : JsonSerializerContext;
