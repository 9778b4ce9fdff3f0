using System.ComponentModel.DataAnnotations;
using Ozg.Core.Kommunen;
using Ozg.Platform.Neighbours;

namespace Ozg.Platform.Delivery.Webhook;

/// <summary>A system that takes signed requests by HTTP POST.</summary>
public sealed class WebhookTarget
{
    /// <summary>The shortest secret that is accepted, in characters.</summary>
    public const int MinSecretLength = 16;

    /// <summary>Absolute; https, or http on this machine.</summary>
    public Uri? Url { get; set; }

    /// <summary>Known to both sides; signs what is sent.</summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// How a system's or register's name is written in settings: with underscores in place of hyphens, which the names of app settings cannot
    /// have on Linux. A name in a process has no underscore, so no two names are written alike.
    /// </summary>
    public static string SettingOf(string name) => name.Replace('-', '_');
}

/// <summary>Targets as they are configured: by AGS or <see cref="PerKommune.Any"/>, then by name.</summary>
internal static class WebhookTargets
{
    public static WebhookTarget? Find(IDictionary<string, IDictionary<string, WebhookTarget>> targets, Ags kommune, string name) =>
        targets.For(kommune).Select(byName => byName.TryGetValue(WebhookTarget.SettingOf(name), out var found) || byName.TryGetValue(name, out found) ? found : null).FirstOrDefault(found => found is not null);

    public static IReadOnlyList<string> Secrets(IDictionary<string, IDictionary<string, WebhookTarget>> targets) =>
        [.. targets.Values.SelectMany(byName => byName.Values).Select(target => target.Secret).Distinct()];

    public static IEnumerable<ValidationResult> Mistakes(IDictionary<string, IDictionary<string, WebhookTarget>> targets, string section)
    {
        foreach (var (kommune, byName) in targets)
        {
            foreach (var (name, target) in byName)
            {
                var key = $"{section}:Targets:{kommune}:{name}";
                if (!PerKommune.IsKey(kommune))
                    yield return new($"{key}: \"{kommune}\" is neither an AGS of 8 digits nor \"{PerKommune.Any}\".");
                if (!NeighbourAddress.IsSafe(target.Url))
                    yield return new($"{key}:Url {NeighbourAddress.Form}.");
                if (target.Secret.Length < WebhookTarget.MinSecretLength)
                    yield return new($"{key}:Secret has to have {WebhookTarget.MinSecretLength} characters or more.");
            }
        }
    }
}
