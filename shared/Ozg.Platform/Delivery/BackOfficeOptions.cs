using System.ComponentModel.DataAnnotations;
using Ozg.Core.Kommunen;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Neighbours;

namespace Ozg.Platform.Delivery;

/// <summary>Where each Kommune's back-office systems are reached.</summary>
public sealed class BackOfficeOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "BackOffice";

    /// <summary>The entry that serves every Kommune without one of its own.</summary>
    public const string AnyKommune = PerKommune.Any;

    /// <summary>By AGS or <see cref="AnyKommune"/>, then by the target's name in the process, see <see cref="WebhookTarget.SettingOf"/>.</summary>
    public IDictionary<string, IDictionary<string, WebhookTarget>> Targets { get; } = new Dictionary<string, IDictionary<string, WebhookTarget>>();

    /// <summary>How long a back-office system may take to answer: 1 second to 5 minutes, 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The first wait before another try, doubled with each further one: 1 second to 1 hour, 10 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait between two tries: 1 second to 1 day, 1 hour unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>After how many tries a delivery becomes a dead letter, for a person to look at: 1 to 1000, 100 unless set.</summary>
    [Range(1, 1000)]
    public int MaxTries { get; set; } = 100;

    /// <summary>The target for a Kommune; null when none is configured.</summary>
    public WebhookTarget? Find(Ags kommune, string target) => WebhookTargets.Find(Targets, kommune, target);

    /// <summary>The secrets of all targets: whoever stands in for the back-offices has to know them.</summary>
    public IReadOnlyList<string> Secrets => WebhookTargets.Secrets(Targets);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => WebhookTargets.Mistakes(Targets, Section);
}
