using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Ozg.Platform.Delivery;

namespace Ozg.Functions.Delivery;

/// <summary>Takes results from the bus to the back-office. What the adapter reports becomes what happens to the message.</summary>
public sealed class DeliverResult(ResultDelivery delivery)
{
    /// <summary>An unknown exception is not caught: the message comes again until its delivery count makes it a dead letter.</summary>
    [Function(nameof(DeliverResult))]
    public async Task Run(
        [ServiceBusTrigger(ResultQueue.Name, Connection = BusOptions.Section, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions, [DurableClient] DurableTaskClient durable, FunctionContext context, CancellationToken cancellationToken)
    {
        var result = ResultQueue.Read(message);
        var outcome = await delivery.DeliverAsync(durable, result, context.TraceContext.TraceParent, cancellationToken);
        if (outcome is DeliveryResult.Undeliverable refused)
            await actions.DeadLetterMessageAsync(message, deadLetterReason: "undeliverable", deadLetterErrorDescription: refused.Why, cancellationToken: cancellationToken);
        else
            await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
