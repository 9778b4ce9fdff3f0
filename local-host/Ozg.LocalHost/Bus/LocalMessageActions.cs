using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Bus;

/// <summary>Lets a function settle its messages itself.</summary>
/// <param name="deliveries">Settles them.</param>
/// <param name="check">Throws if they are of a session that is lost.</param>
internal sealed class LocalMessageActions(Deliveries deliveries, Action check) : ServiceBusMessageActions
{
    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Checked().CompleteAsync(message);

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => Checked().AbandonAsync(message, propertiesToModify);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        Dictionary<string, object>? propertiesToModify = null,
        string? deadLetterReason = null,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        Checked().DeadLetterAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription);

    public override Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => Checked().DeferAsync(message, propertiesToModify);

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        Checked().Renew(message);
        return Task.CompletedTask;
    }

    private Deliveries Checked()
    {
        check();
        return deliveries;
    }
}
