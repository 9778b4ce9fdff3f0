using Ozg.Core.Cases;
using Ozg.Core.Processes;

namespace Ozg.Tool.Simulation;

/// <summary>Clerks and offices: they take what is theirs and decide it as the scenario says.</summary>
internal sealed class Staff(Plan plan, PartialGrants grants, Scenario scenario, Agenda agenda)
{
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(20);

    private readonly OfficeHours _hours = new(plan);
    private readonly Queue<DecisionAct> _decisions = new(scenario.Decisions ?? []);
    private readonly Queue<OpinionAct> _opinions = new(scenario.Opinions ?? []);

    /// <summary>A task has opened, or goes on after the applicant's answer.</summary>
    public void See(OpenTask task, DateTimeOffset now)
    {
        if (task.IsOpinion)
            Say(task, now, _opinions.Count > 0 ? _opinions.Dequeue() : scenario.OtherOpinions);
        else if (task.OpenedBy is not null)
            Decide(task, now, scenario.Review == ReviewAct.Revoke ? DecisionAct.Reject : DecisionAct.Approve);
        else
            Decide(task, now, _decisions.Count > 0 ? _decisions.Dequeue() : scenario.OtherDecisions);
    }

    /// <summary>What was granted is looked at again while the case waits, where the scenario says so.</summary>
    public void See(OpenWait wait, DateTimeOffset now)
    {
        if (scenario.Review is null || plan.Process.Find(wait.Step) is not Step.Wait { Review: { } review })
            return;

        var by = new Actor(new($"{review.Group}-3")); // neither of the two who may decide it
        agenda.Add(_hours.After(now, wait.Until, scenario.Share), (current, moment) =>
            Engine.NextReview(plan.Process, current) is { } task ? new CaseEvent.ReviewOpened(task, by, $"words/{task}") { At = moment } : null);
    }

    private void Decide(OpenTask task, DateTimeOffset now, DecisionAct act)
    {
        var by = ActorFor(task);
        if (act == DecisionAct.Late && task.Fiction is not null)
            return;

        var at = act == DecisionAct.Late ? _hours.DayAfter(task.DueAt) : _hours.After(now, task.DueAt, scenario.Share);
        Claim(task, by, at);
        switch (act)
        {
            case DecisionAct.ApproveInPart:
                OnTask(task, at + Reading, (current, _, moment) => new CaseEvent.Approved(task.Id, by, $"words/{task.Id}") { At = moment, Altered = grants.Half(task.Id, current) });
                break;
            case DecisionAct.Reject:
                OnTask(task, at + Reading, (_, _, moment) => new CaseEvent.Rejected(task.Id, by, $"words/{task.Id}") { At = moment });
                break;
            case DecisionAct.Forward when ((Step.Approve)plan.Process.Find(task.Step)).MayForward == true:
                OnTask(task, at + Reading, (current, _, moment) => new CaseEvent.Forwarded(task.Id, by, scenario.Responsible!.Value, $"words/{task.Id}", current.Supplements.Count) { At = moment });
                break;
            case DecisionAct.RequestInformation:
                OnTask(task, at + Reading, (_, open, moment) => new CaseEvent.InformationRequested(task.Id, by, $"words/{task.Id}", open.Asked) { At = moment });
                break;
            case DecisionAct.Extend:
                OnTask(task, at + Reading, (_, _, moment) => new CaseEvent.Extended(task.Id, by, $"words/{task.Id}") { At = moment });
                OnTask(task, _hours.DayAfter(at), (_, _, moment) => new CaseEvent.Approved(task.Id, by, null) { At = moment });
                break;
            default:
                OnTask(task, at + Reading, (_, _, moment) => new CaseEvent.Approved(task.Id, by, null) { At = moment });
                break;
        }
    }

    private void Say(OpenTask task, DateTimeOffset now, OpinionAct act)
    {
        var step = (Step.Consult)plan.Process.Find(task.Step);
        var office = step.Offices.First(office => office.Group == task.Group && office.Partner == task.Partner);
        if (act == OpinionAct.Silent && office.IfSilent is not null)
            return;

        if (act == OpinionAct.Silent && step.EscalateTo is not null && office.Partner is null)
        {
            AnswerInPlace(task, task.DueAt);
            return;
        }

        var (by, answer) = (ActorFor(task), AnswerOf(act));
        var at = act == OpinionAct.Silent ? _hours.DayAfter(task.DueAt) : _hours.After(now, task.DueAt, scenario.Share);
        var words = answer is OfficeAnswer.AgreeWithConditions or OfficeAnswer.Object ? $"words/{task.Id}" : null;
        Claim(task, by, at);
        OnTask(task, at + Reading, (_, _, moment) => new CaseEvent.Answered(task.Id, by, answer, words) { At = moment });
    }

    /// <summary>The office stays silent: on the office day after the task is escalated, the further group answers.</summary>
    private void AnswerInPlace(OpenTask task, DateTimeOffset last) => OnTask(task, _hours.DayAfter(last), (_, open, moment) =>
    {
        if (open.EscalatedTo is { } group)
            return new CaseEvent.Answered(task.Id, new(new($"{group}-1")), OfficeAnswer.Agree, null) { At = moment, Group = group };

        AnswerInPlace(task, moment);
        return null;
    });

    private static OfficeAnswer AnswerOf(OpinionAct act) => act switch
    {
        OpinionAct.AgreeWithConditions => OfficeAnswer.AgreeWithConditions,
        OpinionAct.Object => OfficeAnswer.Object,
        OpinionAct.NotConcerned => OfficeAnswer.NotConcerned,
        _ => OfficeAnswer.Agree,
    };

    private void Claim(OpenTask task, Actor by, DateTimeOffset at) =>
        OnTask(task, at, (_, open, moment) => open.Assignee is null ? new CaseEvent.Claimed(task.Id, by, open.Turn) { At = moment } : null);

    private void OnTask(OpenTask task, DateTimeOffset at, Func<Case, OpenTask, DateTimeOffset, CaseEvent?> act) => agenda.Add(at, (current, moment) =>
        current.Tasks.FirstOrDefault(open => open.Id == task.Id) is { SuspendedOn: null } open ? act(current, open, moment) : null);

    /// <summary>Another clerk of the group than the one who approved first.</summary>
    private static Actor ActorFor(OpenTask task)
    {
        var one = new Actor(new($"{task.Group}-1"), Partner: task.Partner);
        return task.FirstApprovalBy?.SharesEyesWith(one) == true ? one with { Clerk = new($"{task.Group}-2") } : one;
    }
}
