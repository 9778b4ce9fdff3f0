using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Ozg.ApiStandins;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Starts an app that the Functions host runs.</summary>
public class FunctionsApplication
{
    /// <exception cref="NotSupportedException">Always: this build has no Functions host.</exception>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => throw StandIn.Unsupported();
}

/// <summary>What <see cref="FunctionsApplication.CreateBuilder"/> returns, in a build that has a Functions host.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder() => throw StandIn.Unsupported();

    public IServiceCollection Services => throw StandIn.Unsupported();

    public ConfigurationManager Configuration => throw StandIn.Unsupported();

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public IHostEnvironment Environment => throw StandIn.Unsupported();

    public ILoggingBuilder Logging => throw StandIn.Unsupported();

    public IMetricsBuilder Metrics => throw StandIn.Unsupported();

    public IDictionary<object, object> Properties => throw StandIn.Unsupported();

    public IHost Build() => throw StandIn.Unsupported();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => throw StandIn.Unsupported();

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) =>
        throw StandIn.Unsupported();
}
