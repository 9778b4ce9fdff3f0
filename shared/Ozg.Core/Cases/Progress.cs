using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using UnreachableException = System.Diagnostics.UnreachableException;

namespace Ozg.Core.Cases;

/// <summary>One event being taken in: the case as it becomes, and the effects so far. Lives as long as the call.</summary>
internal sealed partial class Progress
{
    private readonly Process _process;
    private readonly DateTimeOffset _at;
    private readonly List<Effect> _effects = [];
    private Case _case;

    public Progress(Process process, Case before, DateTimeOffset happenedAt)
    {
        _process = process;
        _at = happenedAt > before.AsOf ? happenedAt : before.AsOf; // time goes one way, whatever came late
        _case = before with { Version = before.Version + 1, AsOf = _at };
    }

    /// <summary>Whether the event changed anything.</summary>
    public bool Take(CaseEvent happened) => _case.IsClosed ? GiveBack(happened) : happened switch
    {
        CaseEvent.Received => Begin(),
        CaseEvent.Checked done => Check(done),
        CaseEvent.Claimed claim => Hand(claim.Task, claim.Turn, claim),
        CaseEvent.Released release => Hand(release.Task, release.Turn, release),
        CaseEvent.Delegated delegation => Hand(delegation.Task, delegation.Turn, delegation),
        CaseEvent.Approved decision => Decision(decision.Task) is { } task && Approve(task, decision),
        CaseEvent.Rejected decision => Decision(decision.Task) is { } task && Reject(task, decision),
        CaseEvent.Forwarded decision => Decision(decision.Task) is { } task && Forward(task, decision),
        CaseEvent.HandedOver done => _case.IsOnItsWay && done.To.Id == _case.ForwardedAs && HandedOver(done),
        CaseEvent.ReviewOpened review => Open(review),
        CaseEvent.Answered answer => Opinion(answer.Task) is { } task && Hear(task, answer.Answer, answer.Reason, silent: false, answer.Group),
        CaseEvent.InformationRequested request => Ask(request),
        CaseEvent.Extended extension => Extend(extension),
        CaseEvent.Supplemented supplement => Supplement(supplement),
        CaseEvent.Withdrawn => Withdraw(),
        CaseEvent.DeadlinePassed => _case.Deadline <= _at && PassTime(),
        CaseEvent.PaymentRequested begun => CanPay(begun),
        CaseEvent.BackFromPayment back => ComeBack(back),
        CaseEvent.PaymentSeen seen => SeePayment(seen),
        CaseEvent.Issued done => StandsAt<Step.Issue>(done.Step) && Done(done.Step, done.Document),
        CaseEvent.Notified done => StandsAt<Step.Notify>(done.Step) && Done(done.Step, done.Message),
        CaseEvent.Published done => StandsAt<Step.Deliver>(done.Step),
        CaseEvent.Delivered done => _case.Steps.FirstOrDefault(step => done.Delivery == Effect.DeliveryOf(_case.Id, step)) is { } step && StandsAt<Step.Deliver>(step) && Done(step),
        CaseEvent.RefundOrdered or CaseEvent.Freed => false, // nothing is given back before the end
        _ => throw new UnreachableException($"No arm for event kind {happened.GetType().Name}."),
    };

    /// <summary>The case after an event that changed it.</summary>
    public Advance Result(CaseEvent happened) => new(
        _case with
        {
            Seen = happened.StoredAs is { } id && !CountsItself(happened) ? [.. _case.Seen, id] : _case.Seen,
            Status = StatusNow(),
        },
        _effects);

    // Its turn says by itself that such an event is over, and there can be hundreds of them.
    private static bool CountsItself(CaseEvent happened) => happened is CaseEvent.Claimed or CaseEvent.Released or CaseEvent.Delegated or CaseEvent.BackFromPayment;

    private CaseStatus StatusNow() => _case switch
    {
        { IsClosed: true } => _case.Status,
        { Requests.Count: > 0 } => CaseStatus.AwaitingApplicant,
        { Payments.Count: > 0 } => CaseStatus.AwaitingPayment,
        _ when _case.Steps.Except(_case.Held).Any(step => _process.Find(step) is Step.Deliver) => CaseStatus.Delivering,
        { Status: CaseStatus.Received } when _case.Steps.All(step => _process.Find(step) is Step.Check) => CaseStatus.Received,
        _ => CaseStatus.InProgress,
    };

    private bool StandsAt<T>(string step) where T : Step => _case.Steps.Contains(step) && !_case.Held.Contains(step) && _process.Find(step) is T;

    private bool Begin()
    {
        if (_case.Version != 1)
            return false;

        _case = _case with { CompleteOn = LegalTime.DayOf(_at) };
        return Continue(Enter(_process.Steps, 0), null);
    }

    private bool Check(CaseEvent.Checked done)
    {
        var again = _case.Rechecks.ToList();
        var first = StandsAt<Step.Check>(done.Step) && !_case.Checked.Contains(done.Step);
        if (!again.Remove(done.Step) && !first)
            return false;

        _case = _case with { Facts = _case.Facts.With(done.Facts), Rechecks = again };
        if (!first)
            return LetGo(); // the steps go on with the new answers; where the case stands, it stays

        _case = _case with { Checked = [.. _case.Checked, done.Step] };
        var check = (Step.Check)_process.Find(done.Step);
        if (_case.Verdict != Verdict.Approved)
            return Done(done.Step); // what has been decided on other ways stays so, and why

        return done.Responsible is { } other && check.ForwardWhen?.Any(Holds) == true ? Forward(done.Step, other, reason: null)
            : check.RejectWhen?.Any(Holds) == true ? RejectAll(done.Step, reason: null)
            : Done(done.Step);
    }

    private bool Withdraw()
    {
        if (Engine.CanWithdraw(_case) && !IsDeemedByNow)
            Close(CaseStatus.Withdrawn);
        else
            _case = _case with { LateWithdrawal = true };
        return true;
    }

    private void Close(CaseStatus status)
    {
        var (begun, past) = (_case.Checked.Concat(_case.Steps).ToList(), StillPayable(_case.Payments));
        _case = _case with
        {
            Status = status,
            ClosedWith = _case.Version,
            Steps = [],
            Tasks = [],
            Requests = [],
            Payments = [],
            PastPayments = [.. _case.PastPayments, .. past],
            Waits = [],
            Rechecks = [],
            Held = [],
        };
        if (status != CaseStatus.Completed)
            OweWhatWasTaken(begun);
    }

    private bool Holds(string condition) => condition == Conditions.Always || _case.Facts.Conditions.GetValueOrDefault(condition);

    private void Know(string condition) =>
        _case = _case with { Facts = _case.Facts.With(Facts.Of(new Dictionary<string, bool> { [condition] = true })) };

    private CaseResult ResultSoFar => new(
        _case.Verdict, _case.Reason, _case.Facts,
        [.. _case.Opinions.Where(opinion => opinion is { Answer: OfficeAnswer.AgreeWithConditions, Words: not null }).Select(opinion => opinion.Words!)],
        _case.Supplements)
    {
        ForwardedTo = _case.ForwardedTo,
    };

    private LegalCalendar Calendar => OfficeCalendars.Of(_case.Id.Kommune, _process.ClosingDays);
}
