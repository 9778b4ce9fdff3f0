using Ozg.Core.Catalogue;

namespace Ozg.Core.Deadlines;

/// <summary>
/// What becomes of an end on a Saturday, a Sunday or a gesetzlicher Feiertag. There is no default: whoever sets a deadline says which
/// rule it follows.
/// </summary>
/// <param name="ToWorkingDay">
/// True: the end moves to the next Werktag that is not a Saturday (an end that the law took off a Saturday cannot come to rest on one).
/// </param>
/// <param name="Source">The provision that says so.</param>
public sealed record EndShift(bool ToWorkingDay, string Source)
{
    /// <summary>To declare something or to pay, between citizens and where nothing else holds.</summary>
    public static EndShift Bgb { get; } = new(true, "§ 193 BGB");

    /// <summary>Periods in administrative procedure, set by law or by the authority. The Länder's own laws say the same in their § 31.</summary>
    public static EndShift Vwvfg { get; } = new(true, "§ 31 Abs. 3 Satz 1 VwVfG");

    /// <summary>Taxes and charges.</summary>
    public static EndShift Ao { get; } = new(true, "§ 108 Abs. 3 AO");

    /// <summary>Actions in the administrative court.</summary>
    public static EndShift Court { get; } = new(true, "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO");

    /// <summary>A Termin that the authority set is kept whatever day it is.</summary>
    public static EndShift Appointment { get; } = new(false, "§ 31 Abs. 5 VwVfG");

    /// <summary>The authority named a day as the end and pointed to this provision.</summary>
    public static EndShift NamedDay { get; } = new(false, "§ 31 Abs. 3 Satz 2 VwVfG");

    /// <summary>The authority performs something for a limited time only.</summary>
    public static EndShift LimitedBenefit { get; } = new(false, "§ 31 Abs. 4 VwVfG");

    /// <summary>The rule of a procedural law; a law of its own that is silent leaves it to the VwVfG (§ 1 (1) VwVfG).</summary>
    public static EndShift For(Regime regime) => regime == Regime.Ao ? Ao : Vwvfg;
}
