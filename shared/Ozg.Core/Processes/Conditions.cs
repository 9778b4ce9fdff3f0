namespace Ozg.Core.Processes;

/// <summary>The conditions that every process has, beside those that its plan defines and its registers answer.</summary>
public static class Conditions
{
    /// <summary>Holds for every case.</summary>
    public const string Always = "always";

    /// <summary>An office that was consulted objects.</summary>
    public const string Objected = "objected";

    /// <summary>An office that was consulted agrees on conditions.</summary>
    public const string Conditional = "conditional";

    /// <summary>The applicant has not paid in time.</summary>
    public const string Unpaid = "unpaid";

    /// <summary>The amount is larger than what a payment platform takes: the Kommune sends an invoice.</summary>
    public const string Invoice = "invoice";

    /// <summary>The approval came about by law, because nobody decided in time (§ 42a VwVfG).</summary>
    public const string Deemed = "deemed";

    /// <summary>Less was granted than was applied for: whoever approved has changed the application (<see cref="Step.Approve.MayChange"/>).</summary>
    public const string Partial = "partial";

    /// <summary>All of them; no plan may define one of these itself.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [Always, Objected, Conditional, Unpaid, Invoice, Deemed, Partial];
}
