#nullable disable // as the official package
namespace Azure.Messaging.ServiceBus;

/// <summary>Messages that fit into one transfer. A fake makes one with <see cref="ServiceBusModelFactory"/>.</summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly IList<ServiceBusMessage> _messages;
    private readonly Func<ServiceBusMessage, bool> _fits;

    internal ServiceBusMessageBatch(
        long sizeInBytes, long maxSizeInBytes, IList<ServiceBusMessage> messages, Func<ServiceBusMessage, bool> fits)
    {
        SizeInBytes = sizeInBytes;
        MaxSizeInBytes = maxSizeInBytes;
        _messages = messages;
        _fits = fits;
    }

    public long MaxSizeInBytes { get; }

    public long SizeInBytes { get; }

    public int Count => _messages.Count;

    /// <returns>False: it does not fit; send the batch and begin another.</returns>
    public bool TryAddMessage(ServiceBusMessage message)
    {
        if (!_fits(message))
            return false;

        _messages.Add(message);
        return true;
    }

    public void Dispose() => _messages.Clear();
}

public class CreateMessageBatchOptions
{
    public long? MaxSizeInBytes { get; set; }
}
