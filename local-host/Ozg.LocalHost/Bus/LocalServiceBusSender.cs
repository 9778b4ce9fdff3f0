using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;

namespace Ozg.Hosting.Bus;

/// <summary>Sends to the broker of this host. A sent message is on the disk.</summary>
internal sealed class LocalServiceBusSender(string queueOrTopic, Broker broker) : ServiceBusSender
{
    // A batch does not show its messages to anybody but the official sender.
    private readonly ConditionalWeakTable<ServiceBusMessageBatch, List<ServiceBusMessage>> _batches = [];
    private bool _isClosed;

    public override string FullyQualifiedNamespace => "localhost";

    public override string EntityPath => queueOrTopic;

    public override string Identifier => "local";

    public override bool IsClosed => _isClosed;

    public override Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default) =>
        SendAsync([message], cancellationToken);

    public override Task SendMessagesAsync(
        IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default) =>
        SendAsync([.. messages], cancellationToken);

    public override Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default) =>
        _batches.TryGetValue(messageBatch, out var messages)
            ? SendAsync(messages, cancellationToken)
            : throw new ArgumentException("The batch was made by another sender.", nameof(messageBatch));

    public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        CreateMessageBatchAsync(new CreateMessageBatchOptions(), cancellationToken);

    public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(
        CreateMessageBatchOptions options, CancellationToken cancellationToken = default)
    {
        var messages = new List<ServiceBusMessage>();
        var limit = options.MaxSizeInBytes ?? Incoming.MaxMessageBytes;
        var batch = ServiceBusModelFactory.ServiceBusMessageBatch(
            0,
            messages,
            new CreateMessageBatchOptions { MaxSizeInBytes = limit },
            message => messages.Sum(MessageSize.Of) + MessageSize.Of(message) <= limit);
        _batches.Add(batch, messages);
        return ValueTask.FromResult(batch);
    }

    public override async Task<long> ScheduleMessageAsync(
        ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default) =>
        (await ScheduleMessagesAsync([message], scheduledEnqueueTime, cancellationToken))[0];

    public override async Task<IReadOnlyList<long>> ScheduleMessagesAsync(
        IEnumerable<ServiceBusMessage> messages,
        DateTimeOffset scheduledEnqueueTime,
        CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        all.ForEach(message => message.ScheduledEnqueueTime = scheduledEnqueueTime);
        return await SendAsync(all, cancellationToken);
    }

    public override Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        CancelScheduledMessagesAsync([sequenceNumber], cancellationToken);

    public override Task CancelScheduledMessagesAsync(
        IEnumerable<long> sequenceNumbers, CancellationToken cancellationToken = default) =>
        broker.CancelScheduledAsync(queueOrTopic, sequenceNumbers);

    public override Task CloseAsync(CancellationToken cancellationToken = default)
    {
        _isClosed = true;
        return Task.CompletedTask;
    }

    private Task<long[]> SendAsync(List<ServiceBusMessage> messages, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return messages.Count == 0 ? Task.FromResult<long[]>([]) : broker.SendAsync(queueOrTopic, messages);
    }
}
