namespace Ozg.Platform.Bus;

/// <summary>
/// Which messages of a topic a subscription takes: Azure's true and correlation filters. SQL filters are left out, since no
/// subscription of ours needs one and Azure itself advises the cheaper ones; so a topology with one cannot be declared.
/// </summary>
public abstract record MessageFilter
{
    private MessageFilter()
    {
    }

    /// <summary>Every message: the true filter.</summary>
    public sealed record All : MessageFilter;

    /// <summary>Messages that have every value which is given here; case counts.</summary>
    public sealed record Correlation : MessageFilter
    {
        /// <summary>Null: any.</summary>
        public string? Subject { get; init; }

        /// <summary>Null: any.</summary>
        public string? CorrelationId { get; init; }

        /// <summary>Application properties, with the type that the sender gives them.</summary>
        public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();
    }
}
