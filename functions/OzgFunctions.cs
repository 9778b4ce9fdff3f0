using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Ozg.Core.Kommunen;
using Ozg.Functions.Access;
using Ozg.Functions.Delivery;
using Ozg.Functions.Desk;
using Ozg.Functions.Intake;
using Ozg.Functions.Offers;
using Ozg.Functions.Operations;
using Ozg.Functions.Organisation;
using Ozg.Functions.Payments;
using Ozg.Functions.Problems;
using Ozg.Functions.Processing;
using Ozg.Platform;
using Ozg.Platform.Catalogue;
using Ozg.Platform.Delivery;
using Ozg.Platform.Payments;
using Ozg.Platform.Registers;

namespace Ozg.Functions;

/// <summary>The app's registrations: the same for the Functions host and for the local host.</summary>
public static class OzgFunctions
{
    /// <summary>Registers every feature, from the configuration that the builder's services have.</summary>
    public static IFunctionsWorkerApplicationBuilder AddOzgFunctions(this IFunctionsWorkerApplicationBuilder builder)
    {
        builder.UseMiddleware<PrivateAnswers>();
        builder.UseMiddleware<ProblemMiddleware>();
        builder.Services.AddPlatform();
        builder.Services.AddAccess().AddOffers().AddIntake().AddProcessing().AddDesk().AddOrganisation().AddPayments().AddDelivery().AddOperations();
        return builder;
    }

    private static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<AccessControl>();
    }

    // Made when the app starts, since the settings of the back-offices are checked against it then: a broken catalogue must not start.
    private static IServiceCollection AddOffers(this IServiceCollection services)
    {
        services.AddOptions<CatalogueOptions>().BindConfiguration(CatalogueOptions.Section);
        return services.AddSingleton(provider => CatalogueFolder.Load(
            provider.GetRequiredService<IOptions<CatalogueOptions>>().Value.Path, LegalTime.DayOf(provider.GetRequiredService<TimeProvider>().GetUtcNow())));
    }

    private static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<ApplicationIntake>().AddSingleton<SubmissionBody>().AddSingleton<ApplicantTokens>()
            .AddSingleton<ApplicantLinks>().AddSingleton<ApplicantDoor>().AddSingleton<ApplicantView>().AddSingleton<SupplementIntake>().AddSingleton<Withdrawal>();
    }

    private static IServiceCollection AddProcessing(this IServiceCollection services) =>
        services.AddSingleton<IValidateOptions<RegisterOptions>, RegisterTargets>().AddSingleton<IValidateOptions<PaymentOptions>, PaymentPlatforms>()
            .AddSingleton<CaseStarter>().AddSingleton<EventRaiser>().AddSingleton<DocumentWriter>().AddSingleton<Forwarding>();

    private static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSingleton<TaskDesk>().AddSingleton<TaskHands>().AddSingleton<GrantChanges>().AddSingleton<TaskDecisions>().AddSingleton<CaseReviews>().AddSingleton<CaseFiles>();

    private static IServiceCollection AddOrganisation(this IServiceCollection services) => services.AddSingleton<NeighbourHelp>().AddSingleton<DeputyLists>().AddSingleton<DeputyHistory>();

    private static IServiceCollection AddPayments(this IServiceCollection services) => services.AddSingleton<PaymentComeBacks>();

    private static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<BackOfficeOptions>, DeliveryTargets>();
        return services.AddTransient<ResultDelivery>();
    }

    private static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddOptions<OperationsOptions>().BindConfiguration(OperationsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<Sweep>();
    }
}
