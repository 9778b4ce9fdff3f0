using System.ComponentModel.DataAnnotations;

namespace Ozg.Platform.Storage;

/// <summary>Where applications are kept: a connection string (Azurite, tests) or two addresses with managed identity (Azure).</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Storage";

    /// <summary>Set locally; the value of <c>AzureWebJobsStorage</c> unless given.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For example <c>https://account.blob.core.windows.net</c>; goes before the connection string.</summary>
    public Uri? BlobServiceUri { get; set; }

    /// <summary>For example <c>https://account.table.core.windows.net</c>; goes with <see cref="BlobServiceUri"/>.</summary>
    public Uri? TableServiceUri { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BlobServiceUri is null != TableServiceUri is null)
            yield return new("Storage:BlobServiceUri and Storage:TableServiceUri go together.", [nameof(BlobServiceUri), nameof(TableServiceUri)]);
        if (BlobServiceUri is null && string.IsNullOrEmpty(ConnectionString))
            yield return new("Set AzureWebJobsStorage, Storage:ConnectionString, or Storage:BlobServiceUri and Storage:TableServiceUri.", [nameof(ConnectionString)]);
    }
}
