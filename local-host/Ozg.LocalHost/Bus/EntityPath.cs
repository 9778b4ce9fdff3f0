namespace Ozg.Hosting.Bus;

/// <summary>The names of queues, subscriptions and their dead-letter queues, as the official tools write them.</summary>
internal static class EntityPath
{
    private const string DeadLetter = "/$DeadLetterQueue";

    public static string Subscription(string topic, string subscription) => $"{topic}/Subscriptions/{subscription}";

    public static string DeadLetterOf(string entity) => entity + DeadLetter;

    public static bool IsDeadLetter(string entity) => entity.EndsWith(DeadLetter, StringComparison.OrdinalIgnoreCase);

    /// <summary>The queue or subscription that a dead-letter queue belongs to; any other is its own.</summary>
    public static string Living(string entity) => IsDeadLetter(entity) ? entity[..^DeadLetter.Length] : entity;
}
