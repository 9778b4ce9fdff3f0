namespace Ozg.Core.Catalogue;

/// <summary>A kind of file that belongs to a Leistung.</summary>
/// <param name="Kind">The name of the multipart part that carries such a file.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Description">When it is needed.</param>
/// <param name="MaxBytes">The largest single file, in bytes.</param>
/// <param name="MediaTypes">The types that are taken, by the file's first bytes.</param>
/// <param name="RequiredWhen">An expression: an application for which it holds is not complete without such a file; null: never demanded.</param>
public sealed record AttachmentKind(
    string Kind, LocalText Label, LocalText Description, long MaxBytes, IReadOnlyList<string> MediaTypes, string? RequiredWhen = null)
{
    /// <summary>The part that carries the application itself; no kind may be called so.</summary>
    public const string ApplicationPart = "application";
}

/// <summary>The bounds for all files of one application.</summary>
/// <param name="MaxFiles">How many, of all kinds together.</param>
/// <param name="MaxTotalBytes">The sum of their sizes, in bytes.</param>
public sealed record AttachmentLimits(int MaxFiles, long MaxTotalBytes);
