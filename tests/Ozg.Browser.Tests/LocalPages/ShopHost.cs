using Azure.Messaging.ServiceBus;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting;
using Ozg.Platform.Bus;

namespace Ozg.Browser.Tests.LocalPages;

/// <summary>A host with a <see cref="LocalPages.Shop"/> and a folder of its own.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    private readonly LocalHost _host;
    private readonly string _folder;

    private ShopHost(LocalHost host, string folder, Shop shop) => (_host, _folder, Shop) = (host, folder, shop);

    public Shop Shop { get; }

    public Uri Address => _host.BaseAddress;

    public static CancellationToken Patience => new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token;

    public static async Task<ShopHost> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ozg-browser-").FullName;
        var shop = new Shop();
        var host = await LocalHost.StartAsync(options =>
        {
            options.Port = 0;
            options.DataFolder = folder;
            options.StartAzurite = false;
            options.BusTopology = new BusTopology { Queues = [new QueueSettings { Name = Shop.Orders, MaxDeliveryCount = 2 }], Topics = [] };
            options.AddFunctions(typeof(ShopFunctions).Assembly, app => app.Services.AddSingleton(shop));
        });
        return new(host, folder, shop);
    }

    /// <summary>Starts an order, which then waits for its decision.</summary>
    public async Task OrderAsync(string id, string customer = "Anna")
    {
        await _host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(ShopFunctions.ProcessOrder), customer, new StartOrchestrationOptions(id));
        while ((await _host.Durable.GetInstanceAsync(id, getInputsAndOutputs: true, Patience))?.SerializedCustomStatus is null)
            await Task.Delay(5, Patience);
    }

    public async Task ReportAsync(string id)
    {
        await _host.Durable.ScheduleNewOrchestrationInstanceAsync(nameof(ShopFunctions.Report), 1, new StartOrchestrationOptions(id));
        await _host.Durable.WaitForInstanceCompletionAsync(id, Patience);
    }

    public Task RaiseAsync(string id, string name, string payload) => _host.Durable.RaiseEventAsync(id, name, payload, Patience);

    public async Task<OrchestrationMetadata> EndAsync(string id) =>
        await _host.Durable.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, Patience);

    /// <summary>Sends an order and waits until it is taken, or dead.</summary>
    public async Task SendAsync(string order)
    {
        await _host.Services.GetRequiredService<ServiceBusClient>().CreateSender(Shop.Orders)
            .SendMessageAsync(new ServiceBusMessage(order) { MessageId = "order-1", Subject = "order" }, Patience);
        await IdleAsync();
    }

    public Task IdleAsync() => _host.WhenIdleAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
