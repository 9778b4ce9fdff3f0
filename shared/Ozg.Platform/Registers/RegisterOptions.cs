using System.ComponentModel.DataAnnotations;
using Ozg.Core.Kommunen;
using Ozg.Platform.Delivery.Webhook;

namespace Ozg.Platform.Registers;

/// <summary>Where each Kommune's registers are asked.</summary>
public sealed class RegisterOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Registers";

    /// <summary>By AGS, or <c>default</c> for every Kommune without one of its own, then by the register's name in the process, see <see cref="WebhookTarget.SettingOf"/>.</summary>
    public IDictionary<string, IDictionary<string, WebhookTarget>> Targets { get; } = new Dictionary<string, IDictionary<string, WebhookTarget>>();

    /// <summary>How long a register may take to answer: 1 second to 5 minutes, 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The register of a Kommune; null when none is configured.</summary>
    public WebhookTarget? Find(Ags kommune, string register) => WebhookTargets.Find(Targets, kommune, register);

    /// <summary>The secrets of all registers: whoever stands in for them has to know them.</summary>
    public IReadOnlyList<string> Secrets => WebhookTargets.Secrets(Targets);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => WebhookTargets.Mistakes(Targets, Section);
}
