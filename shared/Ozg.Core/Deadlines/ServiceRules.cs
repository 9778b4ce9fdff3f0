using System.Diagnostics;
using Ozg.Core.Catalogue;

namespace Ozg.Core.Deadlines;

/// <summary>When a decision is made known to its addressee (§ 41 VwVfG, § 122 AO, § 9 OZG).</summary>
public static class ServiceRules
{
    /// <summary>For how many days after the notice a decision can be fetched from the authority's portal.</summary>
    public const int PortalDays = 10;

    /// <summary>The day on which a decision is, or counts as, made known.</summary>
    /// <param name="dispatch">How it went out.</param>
    /// <param name="receipt">What is known about its arrival.</param>
    /// <param name="regime">The procedural law of the Leistung.</param>
    /// <param name="fictions">What the law presumes.</param>
    /// <param name="atAddressee">
    /// The calendar of the place where the decision arrives: its holidays move the fiction of the AO (heads of unit AO I/2004), not those
    /// of the authority's seat.
    /// </param>
    /// <exception cref="ArgumentException">A portal under the AO, which knows none.</exception>
    /// <exception cref="InvalidOperationException">No fiction is known for the regime, the channel and the day.</exception>
    public static Service Of(Dispatch dispatch, Receipt receipt, Regime regime, ServiceFictions fictions, LegalCalendar atAddressee) => dispatch switch
    {
        Dispatch.Post post => Presumed(ReasonCode.PostedFiction, post.Posted, fictions.For(regime, ServiceChannel.Post, post.Posted), receipt, atAddressee),
        Dispatch.Electronic sent => Presumed(ReasonCode.SentFiction, sent.Sent, fictions.For(regime, ServiceChannel.Electronic, sent.Sent), receipt, atAddressee),
        Dispatch.Mailbox mailbox => InMailbox(mailbox.Provided, fictions.For(regime, ServiceChannel.Mailbox, mailbox.Provided), atAddressee),
        Dispatch.Portal when regime == Regime.Ao => throw new ArgumentException("The AO has no portal of its own: § 122a AO is a mailbox.", nameof(dispatch)),
        Dispatch.Portal portal => OnPortal(portal.NoticeSent, receipt),
        Dispatch.Proven proven => new Service.Served([new(ReasonCode.ProvenService, proven.Day, proven.Source)]),
        _ => throw new UnreachableException($"No rule for {dispatch.GetType().Name}."),
    };

    /// <summary>
    /// A decision that was made known a second time after it had lain in a mailbox: if it was fetched there before, the day of the first
    /// fetching stays decisive (§ 9 (1) last sentence OZG).
    /// </summary>
    /// <param name="firstRetrieval">The day on which it was first fetched.</param>
    /// <param name="again">When it was made known the second time.</param>
    public static Service Renewed(DateOnly firstRetrieval, Service again) =>
        again is Service.Served served && served.Day <= firstRetrieval
            ? again
            : new Service.Served([new(ReasonCode.FirstRetrieval, firstRetrieval, "§ 9 Abs. 1 Satz 7 OZG")]);

    private static Service Presumed(ReasonCode code, DateOnly sent, ServiceFiction fiction, Receipt receipt, LegalCalendar atAddressee)
    {
        var steps = Fiction(code, sent, fiction, atAddressee);
        var day = steps[^1].Day;
        var source = fiction.Regime == Regime.Ao ? fiction.Source : "§ 41 Abs. 2 Satz 3 VwVfG";
        return receipt switch
        {
            Receipt.Unknown => new Service.Served(steps),
            Receipt.On on when on.Day > day => new Service.Served([.. steps, new(ReasonCode.LaterReceipt, on.Day, source)]),
            Receipt.On on when on.Day < day => new Service.Served([.. steps, new(ReasonCode.EarlierReceipt, day, fiction.Source) { From = on.Day }]),
            Receipt.On => new Service.Served(steps),
            Receipt.Never => new Service.NotServed([new(ReasonCode.NotReceived, sent, source)]),
            _ => throw new UnreachableException($"No rule for {receipt.GetType().Name}."),
        };
    }

    // § 9 OZG knows no counter-proof: neither fetching it earlier nor not at all changes the day.
    private static Service.Served InMailbox(DateOnly provided, ServiceFiction fiction, LegalCalendar atAddressee) =>
        new Service.Served(Fiction(ReasonCode.MailboxFiction, provided, fiction, atAddressee));

    // Whether the tenth day moves off a weekend is open; not moving it sends the decision once more, which harms nobody.
    private static Service OnPortal(DateOnly noticeSent, Receipt receipt)
    {
        var until = noticeSent.AddDays(PortalDays);
        return receipt switch
        {
            Receipt.On on when on.Day <= until => new Service.Served([new(ReasonCode.Retrieved, on.Day.AddDays(1), "§ 41 Abs. 2a Satz 3 VwVfG") { From = on.Day }]),
            Receipt.Unknown => new Service.Open([new(ReasonCode.RetrievalOpen, until, "§ 41 Abs. 2a Satz 4 VwVfG") { From = noticeSent }]),
            Receipt.On or Receipt.Never => new Service.NotServed([new(ReasonCode.NotRetrieved, until, "§ 41 Abs. 2a Satz 4 und 5 VwVfG") { From = noticeSent }]),
            _ => throw new UnreachableException($"No rule for {receipt.GetType().Name}."),
        };
    }

    private static List<ReasoningStep> Fiction(ReasonCode code, DateOnly sent, ServiceFiction fiction, LegalCalendar atAddressee)
    {
        var day = sent.AddDays(fiction.Days);
        var steps = new List<ReasoningStep> { new(code, day, fiction.Source) { From = sent, Days = fiction.Days, Assumed = fiction.Assumed } };
        if (!fiction.Moves || atAddressee.IsWorkingDay(day))
            return steps;

        var moves = EndShift.Ao.Source;
        steps.Add(atAddressee.HolidayOn(day) is { } holiday
            ? new(ReasonCode.FictionOnHolidayMoves, day, $"{moves}, {holiday.Source}") { Holiday = holiday }
            : new(ReasonCode.FictionOnWeekendMoves, day, moves));
        steps.Add(new(ReasonCode.FictionMovedTo, DeadlineRules.NextWorkingDay(day, atAddressee), moves));
        return steps;
    }
}
