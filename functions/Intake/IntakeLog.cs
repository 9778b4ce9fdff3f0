using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;

namespace Ozg.Functions.Intake;

internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Application {CaseId} for {Leistung} accepted with {Attachments} attachments")]
    public static partial void ApplicationAccepted(this ILogger logger, CaseId caseId, string leistung, int attachments);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Supplement {Supplement} of {CaseId} accepted with {Fields} fields and {Attachments} attachments")]
    public static partial void SupplementAccepted(this ILogger logger, string supplement, CaseId caseId, int fields, int attachments);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "Application {CaseId} withdrawn")]
    public static partial void ApplicationWithdrawn(this ILogger logger, CaseId caseId);
}
