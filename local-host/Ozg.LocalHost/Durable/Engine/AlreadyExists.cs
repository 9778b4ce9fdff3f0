using DurableTask.Core.Exceptions;

namespace Ozg.Hosting.Durable;

/// <summary>The refusal to use an instance's id again.</summary>
internal static class AlreadyExists
{
    public static OrchestrationAlreadyExistsException Exception(string instanceId) =>
        new($"An Orchestration instance with the ID {instanceId} already exists.");
}
