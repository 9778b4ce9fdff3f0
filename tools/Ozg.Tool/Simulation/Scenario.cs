using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Tool.Simulation;

/// <summary>Who does what in a simulated case. What is left out goes well.</summary>
internal sealed record Scenario
{
    /// <summary>What clerks do with the tasks that ask for a decision, in the order in which these open or go on.</summary>
    public IReadOnlyList<DecisionAct> Decisions { get; init; } = [];

    /// <summary>What they do with all others.</summary>
    public DecisionAct OtherDecisions { get; init; } = DecisionAct.Approve;

    /// <summary>What the offices say that are consulted, in the order in which they are asked.</summary>
    public IReadOnlyList<OpinionAct> Opinions { get; init; } = [];

    /// <summary>What all others say.</summary>
    public OpinionAct OtherOpinions { get; init; } = OpinionAct.Agree;

    /// <summary>Whether the applicant answers when asked or heard.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>Whether the applicant pays.</summary>
    public bool Pays { get; init; } = true;

    /// <summary>Whether the applicant takes the application back: an hour after the case has begun to wait for somebody.</summary>
    public bool Withdraws { get; init; }

    /// <summary>What registers answer with no; all else with yes.</summary>
    public IReadOnlyList<string> No { get; init; } = [];

    /// <summary>After what share of the time they have clerks and the applicant act: more than 0, less than 1.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>The scenarios with names, as <c>--outcome</c> takes them.</summary>
    public static IReadOnlyDictionary<string, Scenario> Known { get; } = new Dictionary<string, Scenario>
    {
        ["approve"] = new(),
        ["reject"] = new() { OtherDecisions = DecisionAct.Reject, Answers = false },
        ["request-information"] = new() { Decisions = [DecisionAct.RequestInformation] },
        ["no-answer"] = new() { Decisions = [DecisionAct.RequestInformation], Answers = false },
        ["conditions"] = new() { Opinions = [OpinionAct.AgreeWithConditions] },
        ["object"] = new() { Opinions = [OpinionAct.Object] },
        ["silence"] = new() { OtherDecisions = DecisionAct.Late, OtherOpinions = OpinionAct.Silent },
        ["unpaid"] = new() { Pays = false },
        ["withdraw"] = new() { Withdraws = true },
    };

    /// <summary>Reads a script.</summary>
    /// <exception cref="JsonException">It is not one; the message says where.</exception>
    public static Scenario Read(string script) =>
        JsonSerializer.Deserialize(script, ScenarioJson.Default.Scenario) is { Share: > 0 and < 1 } scenario ? scenario : throw new JsonException("'share' is more than 0 and less than 1.");
}

/// <summary>What a clerk does with a task that asks for a decision.</summary>
internal enum DecisionAct
{
    /// <summary>Approves.</summary>
    Approve,

    /// <summary>Rejects.</summary>
    Reject,

    /// <summary>Asks the applicant for something; when the task goes on, the next act is taken.</summary>
    RequestInformation,

    /// <summary>Extends the time before the approval is deemed given, and then approves.</summary>
    Extend,

    /// <summary>Approves a day after the task was due; where a law decides in place of a silent authority, does nothing.</summary>
    Late,
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

    /// <summary>Nothing, where the process has an answer for that; otherwise that it agrees, a day after it was due.</summary>
    Silent,
}

/// <summary>How scripts are written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
