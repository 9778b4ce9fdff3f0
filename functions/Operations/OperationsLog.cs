using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;

namespace Ozg.Functions.Operations;

internal static partial class OperationsLog
{
    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "Application {CaseId} was committed and not started; started by the sweep")]
    public static partial void StartedLate(this ILogger logger, CaseId caseId);

    [LoggerMessage(EventId = 5002, Level = LogLevel.Warning, Message = "Event {StoredAs} of {CaseId} was stored and not taken in; raised by the sweep")]
    public static partial void RaisedLate(this ILogger logger, string storedAs, CaseId caseId);

    [LoggerMessage(EventId = 5004, Level = LogLevel.Error, Message = "What was left behind of {CaseId} could not be mended; the next sweep tries again")]
    public static partial void NotMended(this ILogger logger, Exception failure, CaseId caseId);

    [LoggerMessage(EventId = 5003, Level = LogLevel.Error, Message = "Storage does not answer")]
    public static partial void StorageDown(this ILogger logger, Exception failure);
}
