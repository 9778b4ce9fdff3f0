using System.Text.Json.Serialization;

namespace Ozg.Core.Catalogue;

/// <summary>The procedural law of a Leistung.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Regime>))]
public enum Regime
{
    /// <summary>The Land's Verwaltungsverfahrensgesetz (in Hessen HVwVfG).</summary>
    Vwvfg,

    /// <summary>Abgabenordnung: taxes and charges of the Kommune.</summary>
    Ao,

    /// <summary>A law with a procedure of its own (BMG, GewO, …).</summary>
    Sonder,
}

/// <summary>How sure the catalogue is of a LeiKa key.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KeyStatus>))]
public enum KeyStatus
{
    /// <summary>Read in an official list.</summary>
    Verified,

    /// <summary>A placeholder, or from a source that nobody vouches for: not to be sent to other systems.</summary>
    Unverified,
}
