using System.ComponentModel.DataAnnotations;

namespace Ozg.Platform.Delivery;

/// <summary>
/// Where the bus is. The section is also the Service Bus triggers' <c>Connection</c>, whose reading of it is the official
/// extension's: <c>ServiceBus</c> for a connection string, <c>ServiceBus__fullyQualifiedNamespace</c> for identity.
/// </summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary>The configuration section, and the triggers' <c>Connection</c>.</summary>
    public const string Section = "ServiceBus";

    /// <summary>A connection string, the value of <c>ServiceBus</c> itself; goes before the namespace.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>For example <c>name.servicebus.windows.net</c>, with managed identity.</summary>
    public string? FullyQualifiedNamespace { get; set; }

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(ConnectionString) && string.IsNullOrEmpty(FullyQualifiedNamespace))
            yield return new("Set ServiceBus__fullyQualifiedNamespace, or ServiceBus to a connection string.", [nameof(FullyQualifiedNamespace)]);
    }
}
