namespace Azure.Core.Amqp;

/// <summary>Named by a constructor of <c>ServiceBusMessage</c>; the rest of AMQP is left out.</summary>
public class AmqpAnnotatedMessage(AmqpMessageBody body)
{
    public AmqpMessageBody Body { get; set; } = body;
}

/// <inheritdoc cref="AmqpAnnotatedMessage"/>
public class AmqpMessageBody(IEnumerable<ReadOnlyMemory<byte>> data)
{
    internal IEnumerable<ReadOnlyMemory<byte>> Data { get; } = data;
}
