namespace Ozg.Core.Catalogue;

/// <summary>Where a value of an offer comes from.</summary>
/// <param name="Path">The value: <c>/steps/assess/group</c> (steps by their ids), <c>/amounts/gebuehr</c>, <c>/fee</c> …</param>
/// <param name="Layer">Who set it last: <c>standard</c>, a cluster's id or a Kommune's key.</param>
/// <param name="File">In which file of the catalogue.</param>
/// <param name="Pointer">Where in that file: a JSON pointer.</param>
public sealed record Origin(string Path, string Layer, string File, string Pointer)
{
    /// <summary>The line in the file, from 1; null when it has none, or when the offer was not composed from files.</summary>
    public int? Line { get; init; }
}

/// <summary>A layer over the standard of one Leistung.</summary>
/// <param name="Name">A cluster's id or a Kommune's key.</param>
/// <param name="File">Where it stands.</param>
/// <param name="At">Where in the file, a JSON pointer: <c>/leistungen/2</c>.</param>
/// <param name="Changes">What it says.</param>
public sealed record Layer(string Name, string File, string At, OfferDocument Changes);
