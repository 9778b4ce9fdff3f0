using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;

namespace Ozg.Functions.Intake;

internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Application {CaseId} for {Leistung} accepted with {Attachments} attachments")]
    public static partial void ApplicationAccepted(this ILogger logger, CaseId caseId, string leistung, int attachments);
}
