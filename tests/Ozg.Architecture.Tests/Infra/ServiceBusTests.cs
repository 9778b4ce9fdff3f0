using System.Text.Json.Nodes;
using System.Xml;
using Ozg.Platform.Bus;

namespace Ozg.Architecture.Tests.Infra;

/// <summary>What is deployed is what the app declares and the local host plays.</summary>
public sealed class ServiceBusTests
{
    private const string Folder = "infra-bicep/modules";

    [Fact]
    public void The_deployed_queues_are_the_declared_ones()
    {
        var declared = new JsonObject { ["queues"] = new JsonArray([.. BusTopology.Ozg.Queues.Select(Resource)]) };

        Assert.Equal(declared.ToJsonString(), JsonNode.Parse(Repository.Text($"{Folder}/bus.json"))!.ToJsonString());
    }

    [Fact]
    public void The_module_deploys_that_file() =>
        Assert.Contains("loadJsonContent('bus.json')", Repository.Text($"{Folder}/service-bus.bicep"), StringComparison.Ordinal);

    [Fact]
    public void The_module_knows_all_kinds_that_are_declared() =>
        Assert.Empty(BusTopology.Ozg.Topics); // the first topic needs a loop of its own in the module

    // The names are Azure's (Microsoft.ServiceBus/namespaces/queues, SBQueueProperties); durations are ISO 8601.
    private static JsonObject Resource(QueueSettings queue)
    {
        var properties = new JsonObject
        {
            ["lockDuration"] = XmlConvert.ToString(queue.LockDuration),
            ["maxDeliveryCount"] = queue.MaxDeliveryCount,
            ["defaultMessageTimeToLive"] = XmlConvert.ToString(queue.TimeToLive),
            ["deadLetteringOnMessageExpiration"] = queue.DeadLettersExpired,
            ["requiresSession"] = queue.RequiresSession,
            ["requiresDuplicateDetection"] = queue.DuplicateDetectionWindow is not null,
        };
        if (queue.DuplicateDetectionWindow is { } window)
            properties["duplicateDetectionHistoryTimeWindow"] = XmlConvert.ToString(window);
        return new JsonObject { ["name"] = queue.Name, ["properties"] = properties };
    }
}
