using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Tests.Functions;

internal sealed class SessionFunctions(Probe probe)
{
    public const string Steps = "steps";
    public const string Bundles = "bundles";

    [Function(nameof(TakeStep))]
    public async Task TakeStep(
        [ServiceBusTrigger(Steps, IsSessionsEnabled = true)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions messages, ServiceBusSessionMessageActions session, CancellationToken cancellationToken)
    {
        var before = (await session.GetSessionStateAsync(cancellationToken))?.ToString();
        probe.See($"{message.SessionId}:{message.Body} {message.DeliveryCount}{before}");
        await probe.PassAsync($"{message.SessionId}:{message.Body}", cancellationToken);
        switch (message.Subject)
        {
            case "keep":
                await session.SetSessionStateAsync(BinaryData.FromString($" after {message.Body}"), cancellationToken);
                break;
            case "forget":
                await session.SetSessionStateAsync(null!, cancellationToken);
                break;
            case "release":
                await session.ReleaseSession(cancellationToken);
                break;
            case "settle":
                try
                {
                    await messages.CompleteMessageAsync(message, cancellationToken);
                }
                catch (ServiceBusException lost)
                {
                    probe.See(lost.Reason.ToString());
                }

                break;
        }

        probe.MayFail("TakeStep");
    }

    [Function(nameof(TakeBundle))]
    public void TakeBundle([ServiceBusTrigger(Bundles, IsSessionsEnabled = true, IsBatched = true)] ServiceBusReceivedMessage[] messages) =>
        probe.See($"{messages[0].SessionId}:{string.Join(',', messages.Select(message => message.Body))}");
}
