using System.ComponentModel.DataAnnotations;

namespace Ozg.Functions.Intake;

/// <summary>What the intake takes.</summary>
public sealed class IntakeOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Intake";

    /// <summary>The secret from which applicants' links are made: 32 characters or more. From Key Vault in Azure.</summary>
    [Required, MinLength(32)]
    public string TokenKey { get; set; } = "";

    /// <summary>The address that citizens see, without a path; null: the address that the request came to.</summary>
    public Uri? PublicAddress { get; set; }

    /// <summary>The largest application without its files: 1 KiB to 16 MiB, 1 MiB unless set; in bytes.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int MaxApplicationBytes { get; set; } = 1024 * 1024;
}
