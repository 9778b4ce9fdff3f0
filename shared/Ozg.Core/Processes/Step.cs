using System.Text.Json.Serialization;

namespace Ozg.Core.Processes;

/// <summary>One step of a process. A new kind is a new record here and an arm in the engine, never new orchestrator code.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Check), "check")]
[JsonDerivedType(typeof(Approve), "approve")]
[JsonDerivedType(typeof(Issue), "issue")]
[JsonDerivedType(typeof(Deliver), "deliver")]
[JsonDerivedType(typeof(Notify), "notify")]
public abstract record Step
{
    private Step() { } // closed: every kind is in this file

    /// <summary>Stable within the process; overlays, journals and task ids refer to it. Kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>The condition (by name) under which the step is taken; null: always.</summary>
    public string? When { get; init; }

    /// <summary>The verdict with which the step is taken; null: with any.</summary>
    public Verdict? On { get; init; }

    /// <summary>Answers the plan's conditions from the application's data. First in every process that has conditions.</summary>
    public sealed record Check : Step;

    /// <summary>A clerk approves or rejects.</summary>
    public sealed record Approve : Step
    {
        /// <summary>The name of the condition that holds for every case.</summary>
        public const string Always = "always";

        /// <summary>The group of clerks that sees the task.</summary>
        public required string Group { get; init; }

        /// <summary>The condition (by name) under which a second clerk has to approve too; <see cref="Always"/> for every case; null: never.</summary>
        public string? FourEyesWhen { get; init; }

        /// <summary>Working days (Monday to Friday without the Land's holidays) until the task is due; the day of its opening is not counted. 1 to 365.</summary>
        public required int DueInWorkingDays { get; init; }
    }

    /// <summary>Makes a document for the applicant from a template of the plan.</summary>
    public sealed record Issue : Step
    {
        /// <summary>The template, and with <c>.txt</c> the document's name.</summary>
        public required string Document { get; init; }
    }

    /// <summary>Hands the result over to a back-office system and waits for its acknowledgement.</summary>
    public sealed record Deliver : Step
    {
        /// <summary>The back-office system, by the name under which its adapter is configured.</summary>
        public required string Target { get; init; }
    }

    /// <summary>Puts a message for the applicant beside the documents on the status page.</summary>
    public sealed record Notify : Step
    {
        /// <summary>The template, and with <c>.txt</c> the message's name.</summary>
        public required string Message { get; init; }
    }
}
