using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Timers;

/// <summary>Ids 400 to 499.</summary>
internal static partial class TimerLog
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Error, Message = "Timer function {Function} failed")]
    public static partial void TimerFailed(this ILogger logger, string function, Exception exception);
}
