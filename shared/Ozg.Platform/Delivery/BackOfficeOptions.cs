using System.ComponentModel.DataAnnotations;
using Ozg.Core.Kommunen;

namespace Ozg.Platform.Delivery;

/// <summary>Where each Kommune's back-office systems are reached.</summary>
public sealed class BackOfficeOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "BackOffice";

    /// <summary>The entry that serves every Kommune without one of its own.</summary>
    public const string AnyKommune = "default";

    /// <summary>By AGS or <see cref="AnyKommune"/>, then by the target's name in the process.</summary>
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
    public WebhookTarget? Find(Ags kommune, string target) =>
        Targets.TryGetValue(kommune.Value, out var own) && own.TryGetValue(target, out var found) ? found
        : Targets.TryGetValue(AnyKommune, out var any) && any.TryGetValue(target, out found) ? found
        : null;

    /// <summary>The secrets of all targets: whoever stands in for the back-offices has to know them.</summary>
    public IReadOnlyList<string> Secrets => [.. Targets.Values.SelectMany(targets => targets.Values).Select(target => target.Secret).Distinct()];

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (kommune, targets) in Targets)
        {
            foreach (var (name, target) in targets)
            {
                var key = $"{Section}:Targets:{kommune}:{name}";
                if (kommune != AnyKommune && !Ags.IsWellFormed(kommune))
                    yield return new($"{key}: \"{kommune}\" is neither an AGS of 8 digits nor \"{AnyKommune}\".");
                if (target.Url is not ({ IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true }))
                    yield return new($"{key}:Url has to be an absolute https address; http only on this machine.");
                if (target.Secret.Length < WebhookTarget.MinSecretLength)
                    yield return new($"{key}:Secret has to have {WebhookTarget.MinSecretLength} characters or more.");
            }
        }
    }
}

/// <summary>A back-office system that takes deliveries by HTTP POST.</summary>
public sealed class WebhookTarget
{
    /// <summary>The shortest secret that is accepted, in characters.</summary>
    public const int MinSecretLength = 16;

    /// <summary>Absolute; https, or http on this machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>Known to both sides; signs what is sent.</summary>
    public string Secret { get; set; } = "";
}
