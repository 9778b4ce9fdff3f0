namespace Ozg.Hosting.Bus;

/// <summary>Runs one function with what comes in, message by message or session by session.</summary>
internal interface IBusListener
{
    /// <inheritdoc cref="Durable.DurableEngine.Start"/>
    void Start(CancellationToken stopTaking, CancellationToken abort);

    /// <summary>Completes when nothing runs any more.</summary>
    Task WhenStoppedAsync();
}
