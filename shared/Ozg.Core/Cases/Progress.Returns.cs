using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What a case that was not granted gives back: the money, and what registers keep for it.</summary>
internal sealed partial class Progress
{
    // An assumption: XBezahldienste 1.0.0 neither takes a payment page back nor says how long one stays open.
    private static readonly TimeSpan WatchTime = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestWatchWait = TimeSpan.FromDays(1); // nobody sits there and waits any more

    /// <summary>After the end nothing else is taken in.</summary>
    private bool GiveBack(CaseEvent happened) => happened switch
    {
        CaseEvent.BackFromPayment back => ComeBackToWatched(back),
        CaseEvent.PaymentSeen seen => SeeWatched(seen),
        CaseEvent.RefundOrdered order => Owed<OpenReturn.Refund>(order.Step) is { Ordered: false } refund && Settle(refund, refund with { Ordered = true }),
        CaseEvent.Delivered done => RefundOf(done) is { Acknowledged: false } refund && Settle(refund, refund with { Acknowledged = true }),
        CaseEvent.Freed freed => Owed<OpenReturn.Reservation>(freed.Step) is { } reservation && Settle(reservation, null),
        CaseEvent.DeadlinePassed => _case.Deadline <= _at && AskAboutWatched(),
        _ => false,
    };

    /// <summary>What the applicant can still pay, where it can be given back.</summary>
    private IEnumerable<PastPayment> StillPayable(IEnumerable<OpenPayment> payments) =>
        payments.Where(payment => payment.Transaction is not null && RefundTo(payment.Step) is not null)
            .Select(payment => new PastPayment(payment.Step, payment.Transaction!, payment.Cents, Booked: false) { ComeBacks = payment.ComeBacks });

    /// <summary>The step is over, its page is not: the applicant may pay while the case comes to its end.</summary>
    private bool SeePastPayment(CaseEvent.PaymentSeen seen)
    {
        if (seen.Status == PaymentStatus.Initial || _case.PastPayments.FirstOrDefault(payment => payment.Transaction == seen.Transaction && !payment.Booked) is not { } payment)
            return false;

        var others = _case.PastPayments.Where(other => other != payment);
        _case = _case with { PastPayments = seen.Status == PaymentStatus.Booked ? [.. others, payment with { Booked = true }] : [.. others] };
        return true;
    }

    private void OweWhatWasTaken(IReadOnlyList<string> begun)
    {
        foreach (var payment in _case.PastPayments.Where(payment => RefundTo(payment.Step) is not null))
        {
            if (payment.Booked)
                OweRefund(payment.Step, payment.Transaction, payment.Cents);
            else
                Owe(new OpenReturn.Watch(payment.Step, payment.Transaction, payment.Cents, _at + WatchTime) { AskAt = _at + OpenPayment.FirstAsking, ComeBacks = payment.ComeBacks });
        }

        foreach (var check in _process.All().OfType<Step.Check>().Where(check => check.Reserves == true && begun.Contains(check.Id)))
        {
            Owe(new OpenReturn.Reservation(check.Id));
            _effects.Add(new Effect.Free(_case.Id, check.Id));
        }

        _case = _case with { PastPayments = [] };
    }

    private bool AskAboutWatched()
    {
        var watch = _case.Returns.OfType<OpenReturn.Watch>().First(watch => watch.AskAt == _case.Deadline);
        _effects.Add(new Effect.AskPayment(_case.Id, watch.Step, watch.Transaction));
        return Settle(watch, watch with { AskAt = null, Asked = watch.Asked + 1 });
    }

    // Who has paid after the end sits there and waits too: asked at once, and soon again as at first.
    private bool ComeBackToWatched(CaseEvent.BackFromPayment back) =>
        _case.Returns.OfType<OpenReturn.Watch>().FirstOrDefault(watch => watch.Transaction == back.Transaction && watch.ComeBacks == back.Nth) is { } watch
        && Settle(watch, watch with { ComeBacks = watch.ComeBacks + 1, Asked = 0, AskAt = watch.AskAt is { } next ? Earlier(next, _at) : null });

    // What the platform says of itself counts too: it was asked before the end, and answers after it.
    private bool SeeWatched(CaseEvent.PaymentSeen seen)
    {
        if (_case.Returns.OfType<OpenReturn.Watch>().FirstOrDefault(watch => watch.Transaction == seen.Transaction) is not { } watch)
            return false;
        if (seen.Status == PaymentStatus.Initial && watch.AskAt is not null)
            return false;
        if (seen.Status == PaymentStatus.Initial && _at < watch.Until)
            return Settle(watch, watch with { AskAt = Earlier(_at + RetrySchedule.WaitAfter(watch.Asked + 1, OpenPayment.FirstAsking, LongestWatchWait), watch.Until) });

        Settle(watch, null);
        if (seen.Status == PaymentStatus.Booked)
            OweRefund(watch.Step, watch.Transaction, watch.Cents);
        return true;
    }

    private void OweRefund(string step, string transaction, long cents)
    {
        var reason = _case.Status switch
        {
            CaseStatus.Withdrawn => RefundReason.Withdrawn,
            CaseStatus.Forwarded => RefundReason.Forwarded,
            _ => Holds(Conditions.Unpaid) ? RefundReason.Unpaid : RefundReason.Rejected,
        };
        Owe(new OpenReturn.Refund(step, transaction, cents));
        _effects.Add(new Effect.Refund(_case.Id, step, RefundTo(step)!, new(transaction, cents, reason)));
    }

    private void Owe(OpenReturn one) => _case = _case with { Returns = [.. _case.Returns, one] };

    private bool Settle(OpenReturn one, OpenReturn? now)
    {
        var rest = now is null or OpenReturn.Refund { Ordered: true, Acknowledged: true } ? [] : new[] { now };
        _case = _case with { Returns = [.. _case.Returns.Where(other => other != one), .. rest] };
        return true;
    }

    private T? Owed<T>(string step) where T : OpenReturn => _case.Returns.OfType<T>().FirstOrDefault(one => one.Step == step);

    private OpenReturn.Refund? RefundOf(CaseEvent.Delivered done) =>
        _case.Returns.OfType<OpenReturn.Refund>().FirstOrDefault(refund => done.Delivery == Effect.RefundOf(_case.Id, refund.Step));

    private string? RefundTo(string step) => ((Step.Pay)_process.Find(step)).RefundTo;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
