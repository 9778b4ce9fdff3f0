namespace Ozg.Hosting.Durable;

/// <summary>The refusal to use an instance's id again.</summary>
internal static class AlreadyExists
{
    // Officially a class of its own, derived from this one, in a package that not every feed has: catch this one.
    public static InvalidOperationException Exception(string instanceId) =>
        new($"An Orchestration instance with the ID {instanceId} already exists.");
}
