using Microsoft.Extensions.Logging;

namespace Ozg.Hosting.Http;

/// <summary>Ids 300 to 399.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Error, Message = "Function {Function} failed")]
    public static partial void FunctionFailed(this ILogger logger, string function, Exception exception);
}
