using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Expressions;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Tool.Simulation;

/// <summary>A case that was played.</summary>
/// <param name="Id">The case; the same whenever the same offer is played.</param>
/// <param name="Events">All that changed something, in order.</param>
internal sealed record SimulatedCase(CaseId Id, IReadOnlyList<SimulatedEvent> Events)
{
    // Longer than any period in the catalogue; more events than any process of one application has.
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(5 * 366);
    private const int MostEvents = 10_000;

    /// <summary>How it stands in the end.</summary>
    public Case End => Events[^1].After;

    /// <summary>The event that ended it; null when nothing did. What comes later only gives back what it took.</summary>
    public SimulatedEvent? Closing => Events.FirstOrDefault(one => one.After.IsClosed);

    /// <summary>Plays a case on the engine alone, in virtual time.</summary>
    /// <param name="offer">The plan, and what the application is checked against.</param>
    /// <param name="application">Valid by the form.</param>
    /// <param name="scenario">Who does what.</param>
    /// <param name="start">When the application comes.</param>
    public static SimulatedCase Play(Offer offer, JsonElement application, Scenario scenario, DateTimeOffset start) =>
        new Run(offer, application, scenario, start, withdrawAfter: null).ToEnd() is var played && scenario.Withdraws && played.End.Status != CaseStatus.Withdrawn
            ? new Run(offer, application, scenario, start, withdrawAfter: TimeSpan.FromSeconds(1)).ToEnd() // the case waited for nobody before it was decided
            : played;

    private sealed class Run
    {
        private readonly Plan _plan;
        private readonly Scenario _scenario;
        private readonly DateTimeOffset _start;
        private readonly Agenda _agenda = new();
        private readonly World _world;
        private readonly Staff _staff;
        private readonly List<SimulatedEvent> _events = [];
        private Case _case;
        private readonly TimeSpan? _withdrawAfter;
        private bool _withdrawing;

        public Run(Offer offer, JsonElement application, Scenario scenario, DateTimeOffset start, TimeSpan? withdrawAfter)
        {
            _withdrawAfter = withdrawAfter;
            (_plan, _scenario, _start) = (offer.Plan, scenario, start.ToUniversalTime());
            var grants = new PartialGrants(offer, new(application, LegalTime.DayOf(start), Attached(offer, application, start), _plan.Calendar));
            _world = new(_plan, grants, scenario, _agenda);
            _staff = new(_plan, grants, scenario, _agenda);
            _case = Case.Begin(CaseId.Derive(_plan.Kommune, _plan.Leistung, "simulated"));
        }

        public SimulatedCase ToEnd()
        {
            _agenda.Add(_start, (_, at) => new CaseEvent.Received { At = at });
            if (_withdrawAfter is { } soon)
                Withdraw(_start + soon);

            for (var count = 0; count < MostEvents && !_case.IsOver && Next() is { } happened; count++)
            {
                if (happened.Event is { } @event)
                    Take(@event);
            }

            return new(_case.Id, _events);
        }

        /// <summary>The next event, or none at this moment; null when nothing will ever happen.</summary>
        private Moment? Next()
        {
            if (_agenda.Next is { } planned && !(_case.Deadline <= planned))
                return new(_agenda.Take(_case));
            return _case.Deadline is { } deadline && deadline < _start + Horizon ? new(new CaseEvent.DeadlinePassed { At = deadline.ToUniversalTime() }) : null;
        }

        private void Take(CaseEvent happened)
        {
            var (before, (after, effects)) = (_case, Engine.Apply(_plan.Process, _case, happened));
            if (after.Version == before.Version)
                return;

            _case = after;
            _events.Add(new(happened, before, after, effects));
            _world.CarryOut(effects, happened.At);
            foreach (var task in after.Tasks.Where(task => IsNews(task, before)))
                _staff.See(task, happened.At);
            foreach (var wait in after.Waits.Where(wait => before.Waits.All(other => other.Step != wait.Step)))
                _staff.See(wait, happened.At);
            foreach (var request in after.Requests.Where(request => _scenario.Answers && before.Requests.All(other => other.Id != request.Id)))
                Answer(request, happened.At);
            if (_scenario.PaysAfterEnd && after.IsClosed && !before.IsClosed)
                _world.PayWhatIsOpen(after, happened.At);
            if (_scenario.Withdraws && !_withdrawing && after is not { Tasks: [], Payments: [], Waits: [] })
                Withdraw(happened.At.AddHours(1));
        }

        private static bool IsNews(OpenTask task, Case before) =>
            task.SuspendedOn is null && before.Tasks.FirstOrDefault(other => other.Id == task.Id) is not { SuspendedOn: null };

        private void Answer(OpenRequest request, DateTimeOffset now) =>
            _agenda.Add(now + (request.Due.PassesAt - now) * _scenario.Share, (_, at) => new CaseEvent.Supplemented($"answer-to-{request.Id}") { At = at });

        private void Withdraw(DateTimeOffset when)
        {
            _withdrawing = true;
            _agenda.Add(when, (_, at) => new CaseEvent.Withdrawn { At = at });
        }

        /// <summary>The files that such an application needs.</summary>
        private static List<string> Attached(Offer offer, JsonElement application, DateTimeOffset start) =>
        [
            .. offer.Leistung.Attachments
                .Where(kind => kind.RequiredWhen is { } when && Expression.Parse(when).Value.Holds(new(application, LegalTime.DayOf(start), [], offer.Plan.Calendar)) is { Succeeded: true, Value: true })
                .Select(kind => kind.Kind),
        ];
    }

    private readonly record struct Moment(CaseEvent? Event);
}

/// <summary>One event and what it made of the case.</summary>
/// <param name="Happened">The event.</param>
/// <param name="Before">The case before it.</param>
/// <param name="After">The case after it.</param>
/// <param name="Effects">What it led to.</param>
internal sealed record SimulatedEvent(CaseEvent Happened, Case Before, Case After, IReadOnlyList<Effect> Effects);
