namespace Ozg.Core.Catalogue;

/// <summary>No Kommune of the catalogue has this key.</summary>
public sealed record UnknownKommune() : Error.NotFound("unknown-kommune");

/// <summary>There is no such Leistung, or the Kommune does not offer it.</summary>
public sealed record UnknownLeistung() : Error.NotFound("unknown-leistung");
