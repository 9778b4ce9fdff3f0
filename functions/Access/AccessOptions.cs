using System.ComponentModel.DataAnnotations;

namespace Ozg.Functions.Access;

/// <summary>Whose tokens the desk believes.</summary>
public sealed class AccessOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Access";

    /// <summary>
    /// The issuer; its keys are read from <c>/.well-known/openid-configuration</c> below it. In Azure
    /// <c>https://login.microsoftonline.com/&lt;tenant&gt;/v2.0</c>.
    /// </summary>
    [Required]
    public Uri? Authority { get; set; }

    /// <summary>For whom a token has to be made: the app registration's client id.</summary>
    [Required]
    public string Audience { get; set; } = "";
}
