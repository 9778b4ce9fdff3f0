using System.Text.Json.Serialization;

namespace Ozg.Core.Cases;

/// <summary>How a payment stands, in the words of XBezahldienste 1.0.0.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PaymentStatus>))]
public enum PaymentStatus
{
    /// <summary>Begun; the applicant has not finished.</summary>
    [JsonStringEnumMemberName("INITIAL")] Initial,

    /// <summary>The money is there.</summary>
    [JsonStringEnumMemberName("BOOKED")] Booked,

    /// <summary>It did not work; the applicant may try again.</summary>
    [JsonStringEnumMemberName("FAILED")] Failed,

    /// <summary>The applicant broke off; they may try again.</summary>
    [JsonStringEnumMemberName("CANCELED")] Canceled,
}
