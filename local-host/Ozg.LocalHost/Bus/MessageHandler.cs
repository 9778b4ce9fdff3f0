using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Bus.Sessions;
using Ozg.Hosting.Invocation;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Runs a function with one message, or a batch, and settles what it leaves.</summary>
internal sealed class MessageHandler(Function function, BusBinding binding, Entity entity, BusServices services)
{
    private readonly bool _autoComplete = binding.AutoComplete ?? services.Options.AutoCompleteMessages;

    // As officially, the locks of a batch are not renewed.
    private readonly TimeSpan _renewFor = binding.Bus.IsBatched ? TimeSpan.Zero : services.Options.MaxAutoLockRenewalDuration;

    /// <param name="sequences">One message, or a batch.</param>
    /// <param name="lease">Of the session; null where there are none.</param>
    /// <param name="abort">Set when the host ends at once.</param>
    public async Task HandleAsync(List<long> sequences, SessionLease? lease, CancellationToken abort)
    {
        var locked = await Task.WhenAll(sequences.Select(sequence => lease is null
            ? services.Deliveries.LockAsync(entity, sequence, _renewFor)
            : services.Deliveries.LockAsync(lease, sequence)));
        var messages = locked.OfType<ServiceBusReceivedMessage>().ToList();
        if (messages.Count == 0)
            return;

        try
        {
            await using var scope = services.Scopes.CreateAsyncScope();
            var delivery = new Delivery(
                messages,
                new LocalMessageActions(services.Deliveries, () => lease?.CheckHeld(services.Clock)),
                lease is null ? null : new LocalSessionActions(lease, services.Store, services.Clock));
            await services.Invoker.InvokeAsync(
                new LocalFunctionContext(function, delivery, DataOf(messages[0]), scope.ServiceProvider, abort));
        }
#pragma warning disable CA1031 // Whatever it is: the message comes again, until it goes to the dead letters.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!abort.IsCancellationRequested)
                services.Logger.DeliveryFailed(function.Name, entity.Path, messages[0].MessageId, messages[0].DeliveryCount, failure);

            // Also without auto-complete: the official processor abandons after any exception.
            await SettleRestAsync(messages, message => services.Deliveries.AbandonAsync(message, null));
            return;
        }

        if (_autoComplete)
            await SettleRestAsync(messages, services.Deliveries.CompleteAsync);
        foreach (var message in messages)
            services.Deliveries.Locks.StopRenewal(Guid.Parse(message.LockToken));
    }

    /// <summary>What the function has not settled itself.</summary>
    private async Task SettleRestAsync(
        IEnumerable<ServiceBusReceivedMessage> messages, Func<ServiceBusReceivedMessage, Task> settle)
    {
        foreach (var message in messages.Where(one => services.Deliveries.Locks.IsHeld(Guid.Parse(one.LockToken))))
        {
            try
            {
                await settle(message);
            }
            catch (ServiceBusException lost) when (lost.Reason == ServiceBusFailureReason.MessageLockLost)
            {
                services.Logger.LockLost(function.Name, entity.Path, message.MessageId);
            }
        }
    }

    private static Dictionary<string, object?> DataOf(ServiceBusReceivedMessage message) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["MessageId"] = message.MessageId,
        ["CorrelationId"] = message.CorrelationId,
        ["Subject"] = message.Subject,
        ["ContentType"] = message.ContentType,
        ["ReplyTo"] = message.ReplyTo,
        ["To"] = message.To,
        ["DeliveryCount"] = message.DeliveryCount,
        ["SequenceNumber"] = message.SequenceNumber,
        ["EnqueuedTimeUtc"] = message.EnqueuedTime.UtcDateTime,
        ["LockToken"] = message.LockToken,
    };
}

internal sealed record BusServices(
    Store Store,
    Deliveries Deliveries,
    SessionLeases Leases,
    BusOptions Options,
    FunctionInvoker Invoker,
    IServiceScopeFactory Scopes,
    WorkCounter Work,
    TimeProvider Clock,
    ILogger Logger);
