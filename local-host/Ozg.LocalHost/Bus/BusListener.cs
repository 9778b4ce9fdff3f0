using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Invocation;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Takes messages from one queue or subscription and runs one function with them.</summary>
internal sealed class BusListener(Function function, BusBinding binding, Entity entity, BusServices services)
{
    private readonly bool autoComplete = binding.AutoComplete ?? services.Options.AutoCompleteMessages;
    private readonly List<Task> loops = [];

    /// <inheritdoc cref="Durable.DurableEngine.Start"/>
    public void Start(CancellationToken stopTaking, CancellationToken abort)
    {
        // As officially, batches of one trigger do not run at the same time.
        var count = binding.Bus.IsBatched ? 1 : services.Options.MaxConcurrentCalls;
        for (var i = 0; i < count; i++)
            loops.Add(Task.Run(() => ListenAsync(stopTaking, abort), CancellationToken.None));
    }

    public Task WhenStoppedAsync() => Task.WhenAll(loops);

    private async Task ListenAsync(CancellationToken stopTaking, CancellationToken abort)
    {
        while (await Loop.NextAsync(TakeAsync, stopTaking) is { } sequences)
        {
            try
            {
                await ProcessAsync(sequences, abort);
            }
#pragma warning disable CA1031 // No message is lost: each is still in its table.
            catch (Exception failure) when (!abort.IsCancellationRequested)
#pragma warning restore CA1031
            {
                services.Logger.NotSettled(entity.Path, failure);
                services.Deliveries.Postpone(entity, sequences);
            }
            catch (Exception) when (abort.IsCancellationRequested)
            {
                return; // Not settled: the next host delivers them again.
            }
            finally
            {
                sequences.ForEach(_ => entity.End());
            }
        }
    }

    private async ValueTask<List<long>> TakeAsync(CancellationToken cancellationToken)
    {
        var sequences = new List<long> { await entity.TakeAsync(cancellationToken) };
        while (binding.Bus.IsBatched && sequences.Count < services.Options.MaxMessageBatchSize && entity.TryTake() is { } next)
            sequences.Add(next);
        return sequences;
    }

    private async Task ProcessAsync(List<long> sequences, CancellationToken abort)
    {
        var locked = await Task.WhenAll(sequences.Select(sequence =>
            services.Deliveries.LockAsync(sequence, services.Options.MaxAutoLockRenewalDuration)));
        var messages = locked.OfType<ServiceBusReceivedMessage>().ToList();
        if (messages.Count == 0)
            return;

        try
        {
            await using var scope = services.Scopes.CreateAsyncScope();
            var delivery = new Delivery(messages, new LocalMessageActions(services.Deliveries));
            await services.Invoker.InvokeAsync(
                new LocalFunctionContext(function, delivery, DataOf(messages[0]), scope.ServiceProvider, abort));
        }
#pragma warning disable CA1031 // Whatever it is: the message comes again, until it goes to the dead letters.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!abort.IsCancellationRequested)
                services.Logger.DeliveryFailed(function.Name, entity.Path, messages[0].MessageId, messages[0].DeliveryCount, failure);
            await SettleRestAsync(messages, message => services.Deliveries.AbandonAsync(message, null));
            return;
        }

        if (autoComplete)
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
    Deliveries Deliveries, BusOptions Options, FunctionInvoker Invoker, IServiceScopeFactory Scopes, ILogger Logger);
