using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Bus;

/// <summary>Lets a function settle its messages itself.</summary>
internal sealed class LocalMessageActions(Deliveries deliveries) : ServiceBusMessageActions
{
    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        deliveries.CompleteAsync(message);

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => deliveries.AbandonAsync(message, propertiesToModify);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = null,
        string? deadLetterReason = null,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        deliveries.DeadLetterAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription);

    public override Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => deliveries.DeferAsync(message, propertiesToModify);

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        deliveries.Renew(message);
        return Task.CompletedTask;
    }
}
