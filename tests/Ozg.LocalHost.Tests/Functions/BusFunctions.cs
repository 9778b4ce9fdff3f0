using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class BusFunctions(Probe probe)
{
    public const string Orders = "orders";
    public const string Manual = "manual";
    public const string Topic = "news";
    public const string Batches = "batches";

    [Function(nameof(TakeOrder))]
    public async Task TakeOrder(
        [ServiceBusTrigger(Orders)] ServiceBusReceivedMessage message, int deliveryCount, CancellationToken cancellationToken)
    {
        probe.See($"{message.Body} {deliveryCount}");
        await probe.PassAsync("TakeOrder", cancellationToken);
        probe.MayFail("TakeOrder");
    }

    [Function(nameof(Settle))]
    public async Task Settle(
        [ServiceBusTrigger(Manual, AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions)
    {
        probe.See($"{message.Body} {message.DeliveryCount} {message.ApplicationProperties.GetValueOrDefault("tried")}");
        switch (message.Subject)
        {
            case "complete":
                await actions.CompleteMessageAsync(message);
                break;
            case "dead":
                await actions.DeadLetterMessageAsync(message, deadLetterReason: "Unreadable", deadLetterErrorDescription: "No page 2");
                break;
            case "abandon" when message.DeliveryCount == 1:
                await actions.AbandonMessageAsync(message, new Dictionary<string, object> { ["tried"] = 1 });
                break;
            case "twice":
                await actions.CompleteMessageAsync(message);
                try
                {
                    await actions.CompleteMessageAsync(message);
                }
                catch (ServiceBusException lost)
                {
                    probe.See(lost.Reason.ToString());
                }

                break;
            case "throw":
                throw new InvalidOperationException("The function was told to throw.");
        }
    }

    [Function(nameof(ReadNews))]
    public void ReadNews([ServiceBusTrigger(Topic, "readers")] Person person) => probe.See($"reader {person.Name}");

    [Function(nameof(FileNews))]
    public void FileNews([ServiceBusTrigger(Topic, "archive")] BinaryData body) => probe.See($"archive {body.ToString().Length}");

    [Function(nameof(TakeBatch))]
    public async Task TakeBatch([ServiceBusTrigger(Batches, IsBatched = true)] string[] texts, CancellationToken cancellationToken)
    {
        probe.See(string.Join(',', texts));
        await probe.PassAsync("TakeBatch", cancellationToken);
        probe.MayFail("TakeBatch");
    }
}
