using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Ozg.Core.Cases;

namespace Ozg.Platform.Delivery;

/// <summary>A result on the bus, or the order to give a payment back: what is needed to put the delivery together, and no personal data.</summary>
/// <param name="Case">The case.</param>
/// <param name="Step">Its deliver step; of a refund its pay step.</param>
/// <param name="Target">The back-office system's name in the process.</param>
/// <param name="Result">What the case has come to; null: a refund, which does not tell it.</param>
/// <param name="Documents">The names of the documents made so far.</param>
/// <param name="Try">Counted from 1.</param>
public sealed record ResultMessage(CaseId Case, string Step, string Target, CaseResult? Result, IReadOnlyList<string> Documents, int Try)
{
    /// <summary>What the treasury has to give back; null: a result.</summary>
    public RefundOrder? Refund { get; init; }

    /// <summary>The delivery's id, the same for every try.</summary>
    public string Delivery => Refund is null ? Effect.DeliveryOf(Case, Step) : Effect.RefundOf(Case, Step);
}

/// <summary>The queue between the cases and the back-office systems.</summary>
public sealed class ResultQueue(ServiceBusClient bus) : IAsyncDisposable
{
    /// <summary>The queue's name.</summary>
    public const string Name = "results";

    private readonly ServiceBusSender _sender = bus.CreateSender(Name);

    /// <summary>Sends a result, at once or later. Sending it again is harmless: each try has a message id of its own.</summary>
    /// <param name="result">The result.</param>
    /// <param name="notBefore">UTC; null: at once.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task SendAsync(ResultMessage result, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        var message = new ServiceBusMessage(BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(result, DeliveryJson.Default.ResultMessage)))
        {
            MessageId = $"{result.Delivery}#{result.Try}",
            CorrelationId = result.Case.Value,
            Subject = result.Target,
            ContentType = "application/json",
        };
        if (notBefore is { } moment)
            message.ScheduledEnqueueTime = moment;
        return _sender.SendMessageAsync(message, cancellationToken);
    }

    /// <summary>Reads a result.</summary>
    /// <exception cref="JsonException">The message is none of ours.</exception>
    public static ResultMessage Read(ServiceBusReceivedMessage message) =>
        JsonSerializer.Deserialize(message.Body, DeliveryJson.Default.ResultMessage) ?? throw new JsonException("The message is empty.");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _sender.DisposeAsync();
}
