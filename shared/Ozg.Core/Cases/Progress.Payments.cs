using Ozg.Core.Processes;

namespace Ozg.Core.Cases;

/// <summary>What the applicant pays. What a browser says proves nothing: the platform is asked until the money is booked.</summary>
internal sealed partial class Progress
{
    // Soon at first, since somebody sits there and waits; then seldom, since nobody may come and every asking is journalled.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(4);

    private bool StandsAtPayment(Step.Pay step)
    {
        var cents = _case.Facts.Amounts.GetValueOrDefault(step.Amount);
        if (cents <= 0)
            return false;
        if (cents > OpenPayment.MaxCents)
        {
            Know(Conditions.Invoice);
            return false;
        }

        StandAt(step, new Effect.RequestPayment(_case.Id, step.Id, cents, step.Purpose, Attempt: 1));
        _case = _case with { Payments = [.. _case.Payments, new(step.Id, cents, InDays(step.DueInDays), Attempt: 1)] };
        return true;
    }

    private bool CanPay(CaseEvent.PaymentRequested begun)
    {
        if (_case.Payments.FirstOrDefault(payment => payment.Step == begun.Step && payment.Transaction is null) is not { } payment)
            return false;

        // Nobody can pay before there is a page, and a platform may be down for days. (Plans without a law are of earlier releases: their
        // cases replay as they went.)
        var due = payment.Attempt == 1 && _process.Regime is not null ? InDays(((Step.Pay)_process.Find(payment.Step)).DueInDays) : payment.Due;
        Replace(payment with { Transaction = begun.Transaction, Page = begun.Page, Due = due, AskAt = NextAsking(payment) });
        return true;
    }

    // Asked at once, and soon again as at first, but not more often for that.
    private bool ComeBack(CaseEvent.BackFromPayment back)
    {
        if (_case.Payments.FirstOrDefault(payment => payment.Transaction == back.Transaction && payment.ComeBacks == back.Nth) is not { } payment)
            return false;

        var earliest = payment.AskedAt + OpenPayment.FirstAsking > _at ? payment.AskedAt + OpenPayment.FirstAsking : _at;
        Replace(payment with { ComeBacks = payment.ComeBacks + 1, Asked = 0, AskAt = earliest < payment.AskAt ? earliest : payment.AskAt });
        return true;
    }

    private bool SeePayment(CaseEvent.PaymentSeen seen)
    {
        if (_case.Payments.FirstOrDefault(payment => payment.Transaction == seen.Transaction && payment.AskAt is null) is not { } payment)
            return SeePastPayment(seen);

        if (seen.Status == PaymentStatus.Booked)
        {
            _case = _case with
            {
                Payments = [.. _case.Payments.Where(other => other != payment)],
                PastPayments = [.. _case.PastPayments, new(payment.Step, seen.Transaction, payment.Cents, Booked: true)],
            };
            return LeaveOther(payment.Step);
        }

        if (_at >= payment.Due.PassesAt)
        {
            if (seen.Status != PaymentStatus.Initial)
                Replace(payment with { Transaction = null, Page = null }); // finally failed: nobody can pay it any more
            Know(Conditions.Unpaid);
            return RejectAll(payment.Step, reason: null);
        }

        if (seen.Status == PaymentStatus.Initial)
        {
            Replace(payment with { AskAt = NextAsking(payment) });
            return true;
        }

        var step = (Step.Pay)_process.Find(payment.Step);
        Replace(payment with { Attempt = payment.Attempt + 1, Transaction = null, Page = null });
        _effects.Add(new Effect.RequestPayment(_case.Id, step.Id, payment.Cents, step.Purpose, payment.Attempt + 1));
        return true;
    }

    private void AskPlatform(OpenPayment payment)
    {
        Replace(payment with { AskAt = null, Asked = payment.Asked + 1, AskedAt = _at });
        _effects.Add(new Effect.AskPayment(_case.Id, payment.Step, payment.Transaction!));
    }

    private DateTimeOffset NextAsking(OpenPayment payment) => _at + RetrySchedule.WaitAfter(payment.Asked + 1, OpenPayment.FirstAsking, LongestWait);

    private void Replace(OpenPayment now) => _case = _case with { Payments = [.. _case.Payments.Select(payment => payment.Step == now.Step ? now : payment)] };
}
