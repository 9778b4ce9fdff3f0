using System.Globalization;
using System.Text;
using Ozg.Hosting.Bus;

namespace Ozg.Hosting.Pages;

/// <summary>A message, opened.</summary>
internal static class MessageView
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static OpenedMessage Of(StoredMessage message)
    {
        var text = TextOf(message.Body);
        return new(
            EntityPath.Living(message.Entity),
            PartOf(message),
            new MessageLine(
                message.Sequence,
                message.MessageId,
                message.Properties.Subject,
                message.Properties.SessionId,
                message.Deliveries,
                message.EnqueuedAt.UtcDateTime,
                message.DueAt.UtcDateTime,
                PropertyOf(message, DeadLetterReplay.Reason),
                message.Body.Length),
            message.Properties.CorrelationId,
            message.Properties.ContentType,
            message.ExpiresAt == DateTimeOffset.MaxValue ? null : message.ExpiresAt.UtcDateTime,
            PropertyOf(message, DeadLetterReplay.Description),
            message.Properties.Application.ToDictionary(one => one.Key, one => Describe(TypedValue.Read(one.Value))),
            text,
            text is null ? Convert.ToBase64String(message.Body) : null);
    }

    private static string PartOf(StoredMessage message) => EntityPath.IsDeadLetter(message.Entity) ? "deadLetter"
        : message.Scheduled ? "scheduled"
        : message.Deferred ? "deferred"
        : "active";

    private static string? PropertyOf(StoredMessage message, string name) =>
        TypedValue.Read(message.Properties.Application.GetValueOrDefault(name)) as string;

    // Text is the rule; of anything else the type matters as well.
    private static string? Describe(object? value) => value is null or string
        ? (string?)value
        : string.Create(CultureInfo.InvariantCulture, $"{value} ({value.GetType().Name})");

    private static string? TextOf(byte[] body)
    {
        try
        {
            return Strict.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
