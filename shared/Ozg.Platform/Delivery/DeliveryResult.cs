namespace Ozg.Platform.Delivery;

/// <summary>What a back-office system made of a delivery. The adapter reports; the listener acts.</summary>
public abstract record DeliveryResult
{
    private DeliveryResult() { } // closed: every kind is in this file

    /// <summary>It has it.</summary>
    /// <param name="Reference">Its own reference; the delivery's id where it gave none.</param>
    public sealed record Delivered(string Reference) : DeliveryResult;

    /// <summary>It may take it later.</summary>
    /// <param name="Why">For the log; no payload.</param>
    /// <param name="After">How long it asked to wait; null when it did not say.</param>
    public sealed record TryLater(string Why, TimeSpan? After) : DeliveryResult;

    /// <summary>It will not take it as it is; a person has to look.</summary>
    /// <param name="Why">For the log and the dead letter; no payload.</param>
    public sealed record Undeliverable(string Why) : DeliveryResult;
}
