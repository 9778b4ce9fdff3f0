using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Bus;

/// <summary>Ids 200 to 299.</summary>
internal static partial class BusLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Error,
        Message = "Function {Function} failed on message {MessageId} of {Entity}, delivery {Delivery}")]
    public static partial void DeliveryFailed(
        this ILogger logger, string function, string entity, string? messageId, int delivery, Exception exception);

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning,
        Message = "Function {Function} took longer than the lock on message {MessageId} of {Entity}: it will come again")]
    public static partial void LockLost(this ILogger logger, string function, string entity, string? messageId);

    [LoggerMessage(EventId = 202, Level = LogLevel.Error,
        Message = "Message {Sequence} of {Entity} could not be moved on; it will be when the host starts again")]
    public static partial void NotMovedOn(this ILogger logger, long sequence, string entity, Exception exception);

    [LoggerMessage(EventId = 203, Level = LogLevel.Warning,
        Message = "Message {Sequence} lies in {Entity}, which is not declared any more")]
    public static partial void NotDeclared(this ILogger logger, long sequence, string entity);

    [LoggerMessage(EventId = 204, Level = LogLevel.Critical, Message = "Messages of {Entity} could not be settled; they come again")]
    public static partial void NotSettled(this ILogger logger, string entity, Exception exception);
}
