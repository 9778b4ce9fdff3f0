using Microsoft.Extensions.Configuration;

namespace Ozg.Hosting.Durable;

/// <summary>What host.json says about Durable Functions (<c>extensions:durableTask</c>), with the official defaults.</summary>
internal sealed class DurableOptions
{
    public int MaxConcurrentOrchestratorFunctions { get; init; } = 10 * Environment.ProcessorCount;

    public int MaxConcurrentActivityFunctions { get; init; } = 10 * Environment.ProcessorCount;

    /// <summary>Whether raising an event on an instance that is not there, or has ended, is an error.</summary>
    public bool ThrowStatusExceptionsOnRaiseEvent { get; init; } = true;

    /// <summary>The version of instances and sub-orchestrations that are started without one; empty: none.</summary>
    public string DefaultVersion { get; init; } = "";

    public static DurableOptions From(IConfiguration hostJson) =>
        hostJson.GetSection("extensions:durableTask").Get<DurableOptions>() ?? new DurableOptions();
}
