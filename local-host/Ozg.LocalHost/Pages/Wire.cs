using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Hosting.Durable;

namespace Ozg.Hosting.Pages;

/// <summary>One page of a list; <paramref name="Cursor"/> is null at the end.</summary>
internal sealed record ListPage<T>(IReadOnlyList<T> Items, string? Cursor);

internal sealed record InstanceLine(
    string InstanceId, string Name, string Status, string? ParentId, JsonElement? CustomStatus, DateTime CreatedAt, DateTime LastUpdatedAt);

internal enum StepState
{
    [JsonStringEnumMemberName("open")]
    Open,

    [JsonStringEnumMemberName("completed")]
    Completed,

    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Nobody waits for it any more: a timer that was cancelled, or the execution ended first.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped,
}

/// <summary>A line of the timeline.</summary>
/// <param name="Number">The step's; null for what came from outside.</param>
/// <param name="Kind"><c>activity</c>, <c>subOrchestration</c>, <c>timer</c>, <c>eventSent</c>, <c>event</c> or <c>control</c>.</param>
/// <param name="Name">Of the function or the event.</param>
/// <param name="State">How it went.</param>
/// <param name="StartedAt">When the code asked for it, or when it came.</param>
internal sealed record TimelineStep(int? Number, string Kind, string Name, StepState State, DateTime StartedAt)
{
    public DateTime? EndedAt { get; init; }

    public DateTime? DueAt { get; init; }

    /// <summary>Set where there was more than one, or where the only one failed.</summary>
    public int? Attempt { get; init; }

    /// <summary>The sub-orchestration, or the receiver of the event.</summary>
    public string? InstanceId { get; init; }

    public JsonElement? Input { get; init; }

    public JsonElement? Output { get; init; }

    public Failure? Failure { get; init; }

    public string? Note { get; init; }
}

/// <summary>What has to happen before the instance goes on.</summary>
/// <param name="Kind"><c>event</c>, or a step's kind.</param>
/// <param name="Name">Of the event or the function.</param>
internal sealed record Wait(string Kind, string Name)
{
    public DateTime? DueAt { get; init; }

    public string? InstanceId { get; init; }
}

/// <summary>What <see cref="InstanceView"/> leaves out.</summary>
/// <param name="Now">By the host's clock.</param>
/// <param name="ParentId">Who called it.</param>
/// <param name="Children">Whom it called.</param>
/// <param name="Timeline">Of the current execution.</param>
/// <param name="WaitsFor">Empty: for nothing, or what it waits for cannot be told; then the note says why.</param>
/// <param name="WaitsNote">Why it cannot be told.</param>
/// <param name="NotTaken">Names of events that have come and that the code has not asked for.</param>
internal sealed record InstanceExtras(
    DateTime Now,
    string? ParentId,
    IReadOnlyList<string> Children,
    IReadOnlyList<TimelineStep> Timeline,
    IReadOnlyList<Wait> WaitsFor,
    string? WaitsNote,
    IReadOnlyList<string> NotTaken);

internal sealed record EventRequest(string? Name, JsonElement? Payload);

internal sealed record TerminateRequest(JsonElement? Output, bool Recursive);

internal sealed record ReasonRequest(string? Reason);

internal sealed record QueueLine(string Name, long Active, long Scheduled, long Deferred, long DeadLetters);

internal sealed record QueueLines(IReadOnlyList<QueueLine> Items);

internal sealed record MessageLine(
    long SequenceNumber,
    string? MessageId,
    string? Subject,
    string? SessionId,
    int DeliveryCount,
    DateTime EnqueuedAt,
    DateTime DueAt,
    string? DeadLetterReason,
    int Size);

/// <summary>A message, opened.</summary>
/// <param name="Queue">The queue or subscription, also for a dead letter.</param>
/// <param name="Part"><c>active</c>, <c>scheduled</c>, <c>deferred</c> or <c>deadLetter</c>.</param>
/// <param name="Message">As it lies there.</param>
/// <param name="CorrelationId">As the sender set it.</param>
/// <param name="ContentType">As the sender set it.</param>
/// <param name="ExpiresAt">Null: never.</param>
/// <param name="DeadLetterDescription">Why it is a dead letter, in a sentence.</param>
/// <param name="Properties">The application properties, with the reason of a dead letter.</param>
/// <param name="Body">As text; null if it is none.</param>
/// <param name="BodyBase64">Set if it is no text.</param>
internal sealed record OpenedMessage(
    string Queue,
    string Part,
    MessageLine Message,
    string? CorrelationId,
    string? ContentType,
    DateTime? ExpiresAt,
    string? DeadLetterDescription,
    IReadOnlyDictionary<string, string?> Properties,
    string? Body,
    string? BodyBase64);

internal sealed record Replayed(string Queue, long SequenceNumber);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ListPage<InstanceLine>))]
[JsonSerializable(typeof(InstanceExtras))]
[JsonSerializable(typeof(EventRequest))]
[JsonSerializable(typeof(TerminateRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(QueueLines))]
[JsonSerializable(typeof(ListPage<MessageLine>))]
[JsonSerializable(typeof(OpenedMessage))]
[JsonSerializable(typeof(Replayed))]
internal sealed partial class PagesJson : JsonSerializerContext;
