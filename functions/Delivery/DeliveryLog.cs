using Microsoft.Extensions.Logging;

namespace Ozg.Functions.Delivery;

internal static partial class DeliveryLog
{
    [LoggerMessage(EventId = 4001, Level = LogLevel.Information, Message = "Delivery {Delivery} acknowledged by {Target} at try {Try}")]
    public static partial void Delivered(this ILogger logger, string delivery, string target, int @try);

    [LoggerMessage(EventId = 4002, Level = LogLevel.Warning, Message = "Delivery {Delivery} to {Target} failed at try {Try}: {Why} Next try in {WaitSeconds} s")]
    public static partial void TriesLater(this ILogger logger, string delivery, string target, int @try, string why, double waitSeconds);

    [LoggerMessage(EventId = 4003, Level = LogLevel.Error, Message = "Delivery {Delivery} to {Target} is undeliverable: {Why}")]
    public static partial void Undeliverable(this ILogger logger, string delivery, string target, string why);
}
