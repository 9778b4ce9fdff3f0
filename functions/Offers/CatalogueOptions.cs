namespace Ozg.Functions.Offers;

/// <summary>Where the catalogue is.</summary>
public sealed class CatalogueOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Catalogue";

    /// <summary>The folder, absolute or from the app's own; empty: <c>catalogue</c> beside the app.</summary>
    public string? Folder { get; set; }

    /// <summary>The folder's absolute path.</summary>
    public string Path => System.IO.Path.Combine(AppContext.BaseDirectory, string.IsNullOrEmpty(Folder) ? "catalogue" : Folder);
}
