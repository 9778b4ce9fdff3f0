using System.Text.Json.Serialization;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>Something that the applicant has been asked.</summary>
/// <param name="Id">Unique within the case.</param>
/// <param name="Kind">Why.</param>
/// <param name="Task">The task that waits for the answer.</param>
/// <param name="Words">The blob with the clerk's words.</param>
/// <param name="Due">Passing it, the case is decided on what is there.</param>
public sealed record OpenRequest(string Id, RequestKind Kind, OpenTask Task, string Words, Deadline Due)
{
    /// <summary>When the approval is deemed given although the applicant is being heard: a hearing is no decision (§ 42a (1) VwVfG). Null: never.</summary>
    public Deadline? Fiction { get; init; }
}

/// <summary>Why the applicant is asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestKind>))]
public enum RequestKind
{
    /// <summary>Something is missing (Nachforderung).</summary>
    [JsonStringEnumMemberName("information")] Information,

    /// <summary>The application is to be rejected, or what was granted taken back, and the applicant may say something to that (§ 28 VwVfG).</summary>
    [JsonStringEnumMemberName("hearing")] Hearing,
}

/// <summary>A payment that has not been booked.</summary>
/// <param name="Step">The pay step.</param>
/// <param name="Cents">How much.</param>
/// <param name="Due">Passing it, the application is rejected as unpaid.</param>
/// <param name="Attempt">Counted from 1.</param>
public sealed record OpenPayment(string Step, long Cents, Deadline Due, int Attempt)
{
    /// <summary>The largest amount that a payment platform takes: 999,999 euro (XBezahldienste 1.0.0, <c>grossAmount</c>).</summary>
    public const long MaxCents = 99_999_900;

    /// <summary>The payment platform's id; null while it is begun.</summary>
    public string? Transaction { get; init; }

    /// <summary>Where the applicant pays; null while it is begun.</summary>
    public Uri? Page { get; init; }

    /// <summary>When the platform is asked next; null while it is asked, or begun.</summary>
    public DateTimeOffset? AskAt { get; init; }

    /// <summary>How often it has been asked.</summary>
    public int Asked { get; init; }

    /// <summary>When it was asked last; null: never.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>How often somebody has come back from the payment page.</summary>
    public int ComeBacks { get; init; }

    /// <summary>The wait before the platform is asked first, and the shortest between two askings.</summary>
    internal static readonly TimeSpan FirstAsking = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether it helps to know that somebody is back from the payment page: not while the platform is asked, or soon will be. Anybody
    /// who knows the address can come back, so it counts some dozen times only.
    /// </summary>
    /// <param name="now">UTC.</param>
    public bool HeedsComeBack(DateTimeOffset now) => HeedsComeBack(AskAt, ComeBacks, now);

    internal static bool HeedsComeBack(DateTimeOffset? askAt, int comeBacks, DateTimeOffset now) => askAt > now + FirstAsking && comeBacks < MaxComeBacks;

    private const int MaxComeBacks = 50;

    /// <summary>The next moment at which time changes something; null while the platform works on it.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextMoment => AskAt is { } ask ? (ask < Due.PassesAt ? ask : Due.PassesAt) : null;
}

/// <summary>The authority gave itself more time before an approval is deemed given.</summary>
/// <param name="On">When it was made known to the applicant.</param>
/// <param name="Reason">The blob with the reason.</param>
public sealed record FictionExtension(DateOnly On, string Reason);

/// <summary>A moment that is waited for.</summary>
/// <param name="Step">The wait step.</param>
/// <param name="Until">UTC.</param>
public sealed record OpenWait(string Step, DateTimeOffset Until)
{
    /// <summary>How many rounds its reviews have had; the next task of one is of the round after.</summary>
    public int Rounds { get; init; }
}

/// <summary>What an office that was consulted has said.</summary>
/// <param name="Step">The consult step.</param>
/// <param name="Group">The office.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Words">The blob with its words; null: none.</param>
/// <param name="Silent">Whether it said nothing in time, so that this is the answer which the process gives for it.</param>
/// <param name="AnsweredBy">The group that answered in its place, since it said nothing in time; null: the office itself, or nobody.</param>
public sealed record OfficeOpinion(string Step, string Group, OfficeAnswer Answer, string? Words, bool Silent, string? AnsweredBy = null);
