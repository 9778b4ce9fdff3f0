using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

/// <summary>Computations that between them take every step there is.</summary>
internal static class ReasoningSamples
{
    private static readonly DateOnly Wednesday = new(2026, 11, 4);

    public static IEnumerable<ReasoningStep> All => Deadlines.SelectMany(deadline => deadline.Reasoning).Concat(Services.SelectMany(service => service.Reasoning));

    public static IEnumerable<Deadline> Deadlines =>
    [
        .. Enum.GetValues<PeriodUnit>().Select(unit => DeadlineRules.After(Wednesday, new(3, unit), EndShift.Vwvfg, Hessen, new Suspension(Wednesday, Wednesday.AddDays(2)))),
        DeadlineRules.After(new(2026, 5, 22), Period.WorkingDays(1), EndShift.Bgb, Hessen),
        DeadlineRules.BeginningWith(new(2027, 1, 31), Period.Months(1), Stays, Hessen),
        DeadlineRules.SetByAuthority(Posted, Period.Weeks(2), EndShift.Vwvfg, Hessen),
        DeadlineRules.On(new(2026, 12, 25), EndShift.Bgb, Hessen),
        DeadlineRules.On(new(2026, 12, 26), EndShift.Appointment, Hessen),
        DeadlineRules.AfterHours(new(2026, 11, 4, 12, 0, 0, TimeSpan.Zero), 1),
        AppealRules.Until(Posted, Remedy.Objection, informed: false, Hessen),
        AppealRules.Until(Posted, Remedy.CourtAction, informed: true, Hessen),
        new DeemedApproval { CompleteOn = Wednesday, End = EndShift.Vwvfg, Extension = new(Period.Months(1), Wednesday, "reasons/1") }.In(Hessen),
        new DeemedApproval { CompleteOn = Wednesday, End = EndShift.Vwvfg, Extension = new(Period.Months(1), new(2027, 6, 1), "reasons/1") }.In(Hessen),
    ];

    public static IEnumerable<Service> Services =>
    [
        Of(new Dispatch.Post(Wednesday), new Receipt.On(Wednesday.AddDays(2))),
        Of(new Dispatch.Post(Wednesday), new Receipt.On(Wednesday.AddDays(9))),
        Of(new Dispatch.Post(Wednesday), new Receipt.Never()),
        Of(new Dispatch.Post(Wednesday), new Receipt.Unknown(), Regime.Ao),
        Of(new Dispatch.Electronic(new(2026, 12, 21)), new Receipt.Unknown(), Regime.Ao),
        Of(new Dispatch.Mailbox(Wednesday), new Receipt.Unknown()),
        Of(new Dispatch.Portal(Wednesday), new Receipt.Unknown()),
        Of(new Dispatch.Portal(Wednesday), new Receipt.On(Wednesday)),
        Of(new Dispatch.Portal(Wednesday), new Receipt.Never()),
        Of(new Dispatch.Proven(Wednesday, "§ 3 VwZG"), new Receipt.Unknown()),
        ServiceRules.Renewed(Wednesday, Of(new Dispatch.Post(Wednesday), new Receipt.Unknown())),
    ];

    private static Service.Served Posted => (Service.Served)Of(new Dispatch.Post(Wednesday), new Receipt.Unknown());

    private static Service Of(Dispatch dispatch, Receipt receipt, Regime regime = Regime.Vwvfg) =>
        ServiceRules.Of(dispatch, receipt, regime, ServiceFictions.Hessen, Hessen);
}
