using System.Text.Json.Serialization;

namespace Ozg.Core.Cases;

/// <summary>Something that a case which was not granted has to give back.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Refund), "refund")]
[JsonDerivedType(typeof(Watch), "watch")]
[JsonDerivedType(typeof(Reservation), "reservation")]
public abstract record OpenReturn
{
    private OpenReturn(string step) => Step = step; // closed: every kind is in this file

    /// <summary>The step that took it.</summary>
    public string Step { get; init; }

    /// <summary>A booked payment: the treasury is ordered to give it back.</summary>
    /// <param name="Step">The pay step.</param>
    /// <param name="Transaction">The payment platform's id.</param>
    /// <param name="Cents">How much.</param>
    public sealed record Refund(string Step, string Transaction, long Cents) : OpenReturn(Step)
    {
        /// <summary>Whether the order is on its way.</summary>
        public bool Ordered { get; init; }

        /// <summary>Whether the treasury has it; it may say so before it is known here that the order is on its way.</summary>
        public bool Acknowledged { get; init; }
    }

    /// <summary>A payment that can still be made, on a page that the applicant has seen: the platform is asked on.</summary>
    /// <param name="Step">The pay step.</param>
    /// <param name="Transaction">The payment platform's id.</param>
    /// <param name="Cents">How much.</param>
    /// <param name="Until">UTC; who has not paid by then, does not pay any more.</param>
    public sealed record Watch(string Step, string Transaction, long Cents, DateTimeOffset Until) : OpenReturn(Step)
    {
        /// <summary>When the platform is asked next, UTC; null while it is asked.</summary>
        public DateTimeOffset? AskAt { get; init; }

        /// <summary>How often it has been asked.</summary>
        public int Asked { get; init; }

        /// <inheritdoc cref="OpenPayment.ComeBacks" />
        public int ComeBacks { get; init; }

        /// <inheritdoc cref="OpenPayment.HeedsComeBack(DateTimeOffset)" />
        public bool HeedsComeBack(DateTimeOffset now) => OpenPayment.HeedsComeBack(AskAt, ComeBacks, now);
    }

    /// <summary>What a register may keep for the case: it is told to free it.</summary>
    /// <param name="Step">The check.</param>
    public sealed record Reservation(string Step) : OpenReturn(Step);
}

/// <summary>A payment whose step is over.</summary>
/// <param name="Step">The pay step.</param>
/// <param name="Transaction">The payment platform's id.</param>
/// <param name="Cents">How much.</param>
/// <param name="Booked">Whether the money is there; if not, it can still come.</param>
public sealed record PastPayment(string Step, string Transaction, long Cents, bool Booked)
{
    /// <inheritdoc cref="OpenPayment.ComeBacks" />
    public int ComeBacks { get; init; }
}

/// <summary>What the treasury has to give back.</summary>
/// <param name="Transaction">The payment platform's id.</param>
/// <param name="AmountCents">All that was paid.</param>
/// <param name="Reason">Why.</param>
public sealed record RefundOrder(string Transaction, long AmountCents, RefundReason Reason);

/// <summary>Why money is given back.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefundReason>))]
public enum RefundReason
{
    /// <summary>The applicant took the application back.</summary>
    [JsonStringEnumMemberName("withdrawn")] Withdrawn,

    /// <summary>The application was rejected.</summary>
    [JsonStringEnumMemberName("rejected")] Rejected,

    /// <summary>The application had been rejected as unpaid when the money came.</summary>
    [JsonStringEnumMemberName("unpaid")] Unpaid,

    /// <summary>The application was handed on to another Kommune, which takes its own fee.</summary>
    [JsonStringEnumMemberName("forwarded")] Forwarded,
}
