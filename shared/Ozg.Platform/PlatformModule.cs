using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Ozg.Platform.Cases;
using Ozg.Platform.Delivery;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Organisation;
using Ozg.Platform.Payments;
using Ozg.Platform.Registers;
using Ozg.Platform.Storage;
using Ozg.Platform.Submissions;

namespace Ozg.Platform;

/// <summary>Registers the outside world.</summary>
public static class PlatformModule
{
    /// <summary>Storage, bus and neighbours, from the sections Storage, ServiceBus, BackOffice, Registers and Payment.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services.AddStorage().AddBus().AddBackOffice().AddRegisters().AddPayments();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = OrElse(options.ConnectionString, configuration["AzureWebJobsStorage"]))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value is { BlobServiceUri: { } uri }
            ? new BlobServiceClient(uri, provider.GetRequiredService<TokenCredential>())
            : new BlobServiceClient(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value is { TableServiceUri: { } uri }
            ? new TableServiceClient(uri, provider.GetRequiredService<TokenCredential>())
            : new TableServiceClient(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString));
        return services
            .AddSingleton<Blobs>().AddSingleton<Tables>()
            .AddSingleton<SubmissionStore>().AddSingleton<SupplementStore>().AddSingleton<FormStore>()
            .AddSingleton<DeputyBook>().AddSingleton<LoanBook>()
            .AddSingleton<Journal>().AddSingleton<PlanStore>().AddSingleton<CaseProjection>().AddSingleton<CaseDocuments>()
            .AddSingleton<OutsideEvents>().AddSingleton<PendingWork>();
    }

    private static IServiceCollection AddBus(this IServiceCollection services)
    {
        services.AddOptions<BusOptions>().BindConfiguration(BusOptions.Section)
            .Configure<IConfiguration>((options, configuration) => options.ConnectionString = OrElse(options.ConnectionString, configuration[BusOptions.Section]))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BusOptions>>().Value is { ConnectionString: { Length: > 0 } connection }
            ? new ServiceBusClient(connection)
            : new ServiceBusClient(provider.GetRequiredService<IOptions<BusOptions>>().Value.FullyQualifiedNamespace, provider.GetRequiredService<TokenCredential>()));
        return services.AddSingleton<ResultQueue>();
    }

    private static IServiceCollection AddBackOffice(this IServiceCollection services)
    {
        services.AddOptions<BackOfficeOptions>().BindConfiguration(BackOfficeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddNeighbour<WebhookBackOffice>().AddSingleton<DeliveryInbox>();
    }

    private static IServiceCollection AddRegisters(this IServiceCollection services)
    {
        services.AddOptions<RegisterOptions>().BindConfiguration(RegisterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddNeighbour<RegisterClient>();
    }

    private static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddOptions<PaymentOptions>().BindConfiguration(PaymentOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddNeighbour<PaymentClient>().AddSingleton<PaymentTokens>();
    }

    // The options' own timeouts count; and what is signed or secret goes where it was addressed, nowhere else.
    private static IServiceCollection AddNeighbour<TClient>(this IServiceCollection services) where TClient : class =>
        services.AddHttpClient<TClient>(http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false }).Services;

    // An app setting that is there and empty is not set.
    private static string? OrElse(string? value, string? other) => string.IsNullOrEmpty(value) ? other : value;
}
