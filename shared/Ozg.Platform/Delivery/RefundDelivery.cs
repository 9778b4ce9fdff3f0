using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Platform.Delivery;

/// <summary>
/// The order to a treasury to give a payment back. The names are the wire's. It says nothing of the applicant: the payment platform
/// knows by the transaction from whom the money came.
/// </summary>
public sealed record RefundDelivery
{
    /// <summary>The application.</summary>
    public required CaseId ApplicationId { get; init; }

    /// <summary>What people call the case; the treasury finds the money by it.</summary>
    public required string Reference { get; init; }

    /// <summary>The Kommune that got the money.</summary>
    public required Ags Kommune { get; init; }

    /// <summary>The Leistung's id.</summary>
    public required string Leistung { get; init; }

    /// <summary>What is to be given back, and why.</summary>
    public required RefundOrder Refund { get; init; }
}
