using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Tool.Simulation;

/// <summary>Who does what in a simulated case. What is left out goes well.</summary>
/// <param name="Decisions">What clerks do with the tasks that ask for a decision, in the order in which these open or go on; null: nothing in particular.</param>
/// <param name="OtherDecisions">What they do with all others.</param>
/// <param name="Opinions">What the offices say that are consulted, in the order in which they are asked; null: nothing in particular.</param>
/// <param name="OtherOpinions">What all others say.</param>
/// <param name="Answers">Whether the applicant answers when asked or heard.</param>
/// <param name="Pays">Whether the applicant pays.</param>
/// <param name="PaysAfterEnd">Whether the applicant pays on a page that is still open when the case has ended.</param>
/// <param name="Withdraws">Whether the applicant takes the application back: an hour after the case has begun to wait for somebody, or at once where it waits for nobody.</param>
/// <param name="Yes">What registers answer with yes; all else with no, since their answers name what stands in the way. Null: nothing.</param>
/// <param name="Responsible">The Kommune that registers name as responsible, and to which clerks hand the application on; null: none, and nobody can.</param>
/// <param name="Review">What comes of the reviews that clerks open once while a case waits; null: they open none.</param>
/// <param name="Share">After what share of the time they have clerks and the applicant act: more than 0, less than 1.</param>
internal sealed record Scenario(
    IReadOnlyList<DecisionAct>? Decisions = null,
    DecisionAct OtherDecisions = DecisionAct.Approve,
    IReadOnlyList<OpinionAct>? Opinions = null,
    OpinionAct OtherOpinions = OpinionAct.Agree,
    bool Answers = true,
    bool Pays = true,
    bool PaysAfterEnd = false,
    bool Withdraws = false,
    IReadOnlyList<string>? Yes = null,
    Ags? Responsible = null,
    ReviewAct? Review = null,
    double Share = 0.5)
{
    /// <summary>What a script may say.</summary>
    public static string Form { get; } =
        $"Decisions are {Spelt<DecisionAct>()} (decisions, otherDecisions); opinions {Spelt<OpinionAct>()} (opinions, otherOpinions); review {Spelt<ReviewAct>()}; "
        + "answers, pays, paysAfterEnd and withdraws true or false; yes a list of what registers answer; responsible the key (AGS) of another Kommune; share a number between 0 and 1.";

    /// <summary>The scenarios with names, as <c>--outcome</c> takes them.</summary>
    public static IReadOnlyDictionary<string, Scenario> Known { get; } = new Dictionary<string, Scenario>
    {
        ["approve"] = new(),
        ["reject"] = new(OtherDecisions: DecisionAct.Reject, Answers: false),
        ["forward"] = new(OtherDecisions: DecisionAct.Forward),
        ["request-information"] = new(Decisions: [DecisionAct.RequestInformation]),
        ["no-answer"] = new(Decisions: [DecisionAct.RequestInformation], Answers: false),
        ["conditions"] = new(Opinions: [OpinionAct.AgreeWithConditions]),
        ["object"] = new(Opinions: [OpinionAct.Object]),
        ["silence"] = new(OtherDecisions: DecisionAct.Late, OtherOpinions: OpinionAct.Silent),
        ["unpaid"] = new(Pays: false),
        ["unpaid-then-paid"] = new(Pays: false, PaysAfterEnd: true),
        ["partial"] = new(Decisions: [DecisionAct.ApproveInPart]),
        ["keep"] = new(Review: ReviewAct.Keep),
        ["revoke"] = new(Review: ReviewAct.Revoke, Share: 0.25), // soon, so that it comes before the end
        ["withdraw"] = new(Withdraws: true, Pays: false),
        ["withdraw-then-paid"] = new(Withdraws: true, Pays: false, PaysAfterEnd: true),
    };

    /// <summary>Reads a script.</summary>
    /// <exception cref="JsonException">It is not one; the message says where.</exception>
    public static Scenario Read(string script) =>
        JsonSerializer.Deserialize(script, ScenarioJson.Default.Scenario) is { Share: > 0 and < 1 } scenario ? scenario : throw new JsonException("'share' is more than 0 and less than 1.");

    /// <summary>Whether clerks are to hand the application on, for which somebody has to say to whom.</summary>
    public bool Forwards => OtherDecisions == DecisionAct.Forward || Decisions?.Contains(DecisionAct.Forward) == true;

    /// <summary>Why a scenario with a name could change nothing in a case; null: it could.</summary>
    public static string? WithoutEffect(string name, SimulatedCase played) => name switch
    {
        "reject" or "request-information" or "no-answer" when !played.Events.Any(one => one.After.Tasks.Any(task => !task.IsOpinion)) => "no clerk had anything to decide in it",
        "forward" when played.End.ForwardedAs is null => "nobody could hand it on in it",
        "conditions" or "object" when !played.Events.Any(one => one.After.Tasks.Any(task => task.IsOpinion)) => "no office was asked in it",
        "silence" when played.Events.All(one => one.After.Tasks.Count == 0) => "nobody had anything to decide in it",
        "unpaid" or "unpaid-then-paid" or "withdraw-then-paid" when played.Events.All(one => one.After.Payments.Count == 0) => "nothing had to be paid in it",
        "partial" when !played.Events.Any(one => one.Happened is CaseEvent.Approved { Altered: not null }) => "no clerk could grant less in it",
        "keep" or "revoke" when !played.Events.Any(one => one.Happened is CaseEvent.ReviewOpened) => "nothing that was granted could be reviewed in it",
        _ => null,
    };

    private static string Spelt<T>() where T : struct, Enum => string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));
}

/// <summary>What a clerk does with a task that asks for a decision.</summary>
internal enum DecisionAct
{
    /// <summary>Approves.</summary>
    Approve,

    /// <summary>Approves half of the first number that may be changed in approving; where there is none, all.</summary>
    ApproveInPart,

    /// <summary>Rejects.</summary>
    Reject,

    /// <summary>Hands the application on to the Kommune that is responsible; where the process does not let them, approves.</summary>
    Forward,

    /// <summary>Asks the applicant for something; when the task goes on, the next act is taken.</summary>
    RequestInformation,

    /// <summary>Extends the time before the approval is deemed given, and then approves.</summary>
    Extend,

    /// <summary>Approves a day after the task was due; where a law decides in place of a silent authority, does nothing.</summary>
    Late,
}

/// <summary>What comes of a review of what was granted.</summary>
internal enum ReviewAct
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>It is taken back.</summary>
    Revoke,
}

/// <summary>What an office says that is consulted.</summary>
internal enum OpinionAct
{
    /// <summary>Nothing speaks against it.</summary>
    Agree,

    /// <summary>Nothing speaks against it on conditions.</summary>
    AgreeWithConditions,

    /// <summary>It objects.</summary>
    Object,

    /// <summary>It has no part in it.</summary>
    NotConcerned,

    /// <summary>Nothing, where the process has an answer for that; otherwise whoever answers in its place agrees, or the office itself, a day after that.</summary>
    Silent,
}

/// <summary>How scripts are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
