using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;

namespace Ozg.Functions.Processing;

internal static partial class ProcessingLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Event {StoredAs} of {CaseId} is stored and could not be raised; the sweep will")]
    public static partial void RaiseFailed(this ILogger logger, Exception failure, string storedAs, CaseId caseId);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Information, Message = "Application {CaseId} is handed over as {ForwardedAs} for {Leistung}, with {Files} files")]
    public static partial void ApplicationHandedOver(this ILogger logger, CaseId caseId, CaseId forwardedAs, string leistung, int files);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Register {Register} names Kommune {Ags} as responsible for {CaseId}, which cannot have it: {Why}")]
    public static partial void ResponsibleRefused(this ILogger logger, string register, string ags, CaseId caseId, string why);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Warning, Message = "Application {CaseId} is committed and could not be started; the sweep will")]
    public static partial void StartFailed(this ILogger logger, Exception failure, CaseId caseId);
}
