namespace Ozg.Hosting.Bus;

/// <summary>The names of queues, subscriptions and their dead-letter queues, as the official tools write them.</summary>
internal static class EntityPath
{
    private const string DeadLetter = "/$DeadLetterQueue";

    public static string Subscription(string topic, string subscription) => $"{topic}/Subscriptions/{subscription}";

    public static string DeadLetterOf(string entity) => entity + DeadLetter;

    public static bool IsDeadLetter(string entity) => entity.EndsWith(DeadLetter, StringComparison.OrdinalIgnoreCase);
}
