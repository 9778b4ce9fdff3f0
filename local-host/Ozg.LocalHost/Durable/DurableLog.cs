using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Durable;

/// <summary>Ids 100 to 199.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Error,
        Message = "Orchestrator {Orchestrator} ({InstanceId}) awaited what its context did not give; it never continues")]
    public static partial void ForeignAwait(this ILogger logger, string orchestrator, string instanceId);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error,
        Message = "Orchestrator {Orchestrator} ({InstanceId}) continued outside of its turn; what it did there is lost")]
    public static partial void ContinuedAlone(
        this ILogger logger, string orchestrator, string instanceId, Exception exception);

    [LoggerMessage(EventId = 102, Level = LogLevel.Error, Message = "Orchestrator {Orchestrator} ({InstanceId}) failed: {Error}")]
    public static partial void OrchestratorFailed(this ILogger logger, string orchestrator, string instanceId, string error);

    [LoggerMessage(EventId = 103, Level = LogLevel.Error, Message = "Activity {Activity} of {InstanceId} failed")]
    public static partial void ActivityFailed(this ILogger logger, string activity, string instanceId, Exception exception);

    [LoggerMessage(EventId = 104, Level = LogLevel.Critical, Message = "A turn of {InstanceId} could not be kept; it runs again")]
    public static partial void TurnLost(this ILogger logger, string instanceId, Exception exception);

    [LoggerMessage(EventId = 105, Level = LogLevel.Critical,
        Message = "The answer of activity {Activity} of {InstanceId} could not be kept; it runs again")]
    public static partial void AnswerLost(this ILogger logger, string activity, string instanceId, Exception exception);
}
