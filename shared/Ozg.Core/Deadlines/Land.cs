using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Deadlines;

/// <summary>The sixteen Länder. The value is the number with which every AGS and ARS of the Land begins.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Land>))]
public enum Land
{
    /// <summary>01.</summary>
    SchleswigHolstein = 1,

    /// <summary>02.</summary>
    Hamburg = 2,

    /// <summary>03.</summary>
    Niedersachsen = 3,

    /// <summary>04.</summary>
    Bremen = 4,

    /// <summary>05.</summary>
    NordrheinWestfalen = 5,

    /// <summary>06.</summary>
    Hessen = 6,

    /// <summary>07.</summary>
    RheinlandPfalz = 7,

    /// <summary>08.</summary>
    BadenWuerttemberg = 8,

    /// <summary>09.</summary>
    Bayern = 9,

    /// <summary>10.</summary>
    Saarland = 10,

    /// <summary>11.</summary>
    Berlin = 11,

    /// <summary>12.</summary>
    Brandenburg = 12,

    /// <summary>13.</summary>
    MecklenburgVorpommern = 13,

    /// <summary>14.</summary>
    Sachsen = 14,

    /// <summary>15.</summary>
    SachsenAnhalt = 15,

    /// <summary>16.</summary>
    Thueringen = 16,
}

/// <summary>Finds the Land of a key.</summary>
public static class Lands
{
    /// <summary>The Land in which a Kommune lies.</summary>
    /// <exception cref="ArgumentException">The key does not begin with 01 to 16.</exception>
    public static Land Of(Ags kommune) => Of(kommune.Value);

    /// <summary>The Land of any official key that begins with its two digits: AGS (8 digits), ARS (12), key of a Kreis (5).</summary>
    /// <exception cref="ArgumentException">The key does not begin with 01 to 16.</exception>
    public static Land Of(string key) =>
        key is [>= '0' and <= '9', >= '0' and <= '9', ..] && (Land)((key[0] - '0') * 10 + key[1] - '0') is var land && Enum.IsDefined(land)
            ? land
            : throw new ArgumentException($"\"{key}\" does not begin with the number of a Land, 01 to 16.", nameof(key));
}
