using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Bus;

/// <summary>Receives from the broker of this host. Locks are not renewed unless the caller does so.</summary>
internal sealed class LocalServiceBusReceiver(string path, ReceiverServices services) : ServiceBusReceiver
{
    // As long as the official client tries.
    private static readonly TimeSpan WaitTime = TimeSpan.FromMinutes(1);

    private bool _isClosed;

    public override string FullyQualifiedNamespace => "localhost";

    public override string EntityPath => path;

    public override string Identifier => "local";

    public override ServiceBusReceiveMode ReceiveMode => ServiceBusReceiveMode.PeekLock;

    public override int PrefetchCount => 0;

    public override bool IsClosed => _isClosed;

    public override async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(
        TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
    {
        var entity = Open();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(maxWaitTime ?? WaitTime, TimeSpan.Zero, nameof(maxWaitTime));
        using var time = new CancellationTokenSource(maxWaitTime ?? WaitTime, services.Clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        services.Work.Begin();
        try
        {
            while (await entity.Ready.TakeAsync(giveUp.Token) is { } sequence)
            {
                if (await services.Deliveries.LockAsync(entity, sequence, TimeSpan.Zero) is { } message)
                    return message;
            }
        }
        finally
        {
            services.Work.End();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return null;
    }

    public override async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(
        int maxMessages, TimeSpan? maxWaitTime = null, CancellationToken cancellationToken = default)
    {
        var entity = Open();
        var messages = new List<ServiceBusReceivedMessage>();
        if (await ReceiveMessageAsync(maxWaitTime, cancellationToken) is { } first)
            messages.Add(first);
        while (messages.Count > 0 && messages.Count < maxMessages && entity.Ready.TryTake() is { } sequence)
        {
            if (await services.Deliveries.LockAsync(entity, sequence, TimeSpan.Zero) is { } message)
                messages.Add(message);
        }

        return messages;
    }

    public override async IAsyncEnumerable<ServiceBusReceivedMessage> ReceiveMessagesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await ReceiveMessageAsync(null, cancellationToken) is { } message)
                yield return message;
        }
    }

    public override async Task<ServiceBusReceivedMessage?> PeekMessageAsync(
        long? fromSequenceNumber = null, CancellationToken cancellationToken = default) =>
        await PeekMessagesAsync(1, fromSequenceNumber, cancellationToken) is [var first, ..] ? first : null;

    public override Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(
        int maxMessages, long? fromSequenceNumber = null, CancellationToken cancellationToken = default)
    {
        var messages = services.Store.Read(database =>
            MessageTable.Peek(database, Open().Path, fromSequenceNumber ?? 0, maxMessages));
        return Task.FromResult<IReadOnlyList<ServiceBusReceivedMessage>>([.. messages.Select(message => message.Peeked())]);
    }

    public override async Task<ServiceBusReceivedMessage> ReceiveDeferredMessageAsync(
        long sequenceNumber, CancellationToken cancellationToken = default) =>
        (await ReceiveDeferredMessagesAsync([sequenceNumber], cancellationToken))[0];

    public override Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveDeferredMessagesAsync(
        IEnumerable<long> sequenceNumbers, CancellationToken cancellationToken = default) =>
        services.Deliveries.LockDeferredAsync(Open(), [.. sequenceNumbers]);

    public override Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        services.Deliveries.CompleteAsync(message);

    public override Task AbandonMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => services.Deliveries.AbandonAsync(message, propertiesToModify);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => services.Deliveries.DeadLetterAsync(message, propertiesToModify, null, null);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify,
        string? deadLetterReason,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        services.Deliveries.DeadLetterAsync(message, propertiesToModify, deadLetterReason, deadLetterErrorDescription);

    public override Task DeadLetterMessageAsync(
        ServiceBusReceivedMessage message,
        string? deadLetterReason,
        string? deadLetterErrorDescription = null,
        CancellationToken cancellationToken = default) =>
        services.Deliveries.DeadLetterAsync(message, null, deadLetterReason, deadLetterErrorDescription);

    public override Task DeferMessageAsync(
        ServiceBusReceivedMessage message,
        IDictionary<string, object>? propertiesToModify = null,
        CancellationToken cancellationToken = default) => services.Deliveries.DeferAsync(message, propertiesToModify);

    public override Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        services.Deliveries.Renew(message);
        return Task.CompletedTask;
    }

    public override Task CloseAsync(CancellationToken cancellationToken = default)
    {
        _isClosed = true;
        return Task.CompletedTask;
    }

    /// <exception cref="ServiceBusException">It is not declared.</exception>
    /// <exception cref="InvalidOperationException">It requires sessions.</exception>
    private Entity Open()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        var entity = services.Entities.Find(path) ?? throw new ServiceBusException(
            $"No queue or subscription '{path}' is declared.", ServiceBusFailureReason.MessagingEntityNotFound, path);
        return entity.Sessions is null ? entity : throw new InvalidOperationException(
            $"'{path}' requires sessions: only functions with IsSessionsEnabled receive from it here.");
    }
}

internal sealed record ReceiverServices(Store Store, Entities Entities, Deliveries Deliveries, TimeProvider Clock, WorkCounter Work);
