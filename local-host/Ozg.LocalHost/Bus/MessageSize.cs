using System.Text;
using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>How much of a transfer a message takes; near enough to the encoding on the wire to meet the same limits.</summary>
internal static class MessageSize
{
    private const int Envelope = 64;

    public static long Of(ServiceBusMessage message) => Envelope
        + message.Body.ToMemory().Length
        + new[]
        {
            message.MessageId, message.SessionId, message.CorrelationId, message.Subject, message.To, message.ReplyTo,
            message.ContentType,
        }.Sum(text => text is null ? 0 : Encoding.UTF8.GetByteCount(text))
        + message.ApplicationProperties.Sum(one =>
            Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(TypedValue.Write(one.Key, one.Value) ?? ""));
}
