using System.Text.Json;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Submissions;

/// <summary>To which Kommune an application can be handed on, and what it is there.</summary>
public static class ForwardRules
{
    /// <summary>Why another Kommune cannot be given an application; null: it can.</summary>
    /// <param name="manifest">The application, where it is now.</param>
    /// <param name="application">Its data as they now are.</param>
    /// <param name="attached">The kinds of all files that have come with it.</param>
    /// <param name="other">The other Kommune's offer; null: it does not offer the Leistung, or the catalogue does not know it.</param>
    public static CannotForward? Refusal(Manifest manifest, JsonElement application, IReadOnlyCollection<string> attached, Offer? other)
    {
        if (other is null)
            return new(CannotForward.NotOffered);
        if (HasBeenAt(manifest, other.Plan.Kommune))
            return new(CannotForward.BeenThere, other.Plan.KommuneName);

        // By the day on which it came first: what was in time then is not too late because somebody else got it.
        var mistakes = other.Validate(application, attached, LegalTime.DayOf(manifest.FirstReceivedAt));
        return mistakes.Count == 0 ? null : new CannotForward(CannotForward.NotComplete, string.Join(", ", mistakes.Select(mistake => mistake.Label ?? mistake.Pointer).Distinct()));
    }

    /// <summary>Whether a Kommune has an application, or had it before.</summary>
    public static bool HasBeenAt(Manifest manifest, Ags other) =>
        manifest.Kommune == other || manifest.ForwardedFrom?.Cases.Any(before => before.Kommune == other) == true;

    /// <summary>What the other Kommune is told of where an application was before.</summary>
    /// <param name="manifest">The application, where it is now.</param>
    /// <param name="kommuneName">What this Kommune is called.</param>
    /// <param name="letter">The blob with what goes with it.</param>
    public static ForwardedFrom Origin(Manifest manifest, string kommuneName, string letter) =>
        new([.. manifest.ForwardedFrom?.Cases ?? [], manifest.Id], kommuneName, manifest.Reference, manifest.FirstReceivedAt, letter);
}

/// <summary>The Kommune that is to get an application is not named, or cannot have it.</summary>
/// <param name="Why">One of the codes below.</param>
/// <param name="Limit">What there is to say about it; null: nothing.</param>
public sealed record CannotForward(string Why, string? Limit = null) : Error.Invalid("cannot-forward")
{
    /// <summary>None is named.</summary>
    public const string NotNamed = "forward-not-named";

    /// <summary>It is none of the catalogue, or does not offer the Leistung.</summary>
    public const string NotOffered = "forward-not-offered";

    /// <summary>The application is there, or has been there before: two that send it to each other have to talk.</summary>
    public const string BeenThere = "forward-been-there";

    /// <summary>That Kommune would not take it as it is.</summary>
    public const string NotComplete = "forward-not-complete";

    /// <inheritdoc />
    public override IReadOnlyList<FieldError> Fields => [new("#/forwardTo", Why, Limit: Limit)];
}
