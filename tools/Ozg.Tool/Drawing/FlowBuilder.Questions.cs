using Ozg.Core.Processes;

namespace Ozg.Tool.Drawing;

/// <summary>What is asked before a step is taken.</summary>
internal sealed partial class FlowBuilder
{
    private static bool CanForward(Step step) => step is Step.Approve { MayForward: true } or Step.Check { ForwardWhen.Count: > 0 };

    private static bool CanReject(Step step) => step is Step.Approve { RejectionMeans: null } or Step.Pay or Step.Check { RejectWhen.Count: > 0 };

    /// <summary>Left out with this verdict. With an unknown one, only what asks for a verdict itself depends on it.</summary>
    private static bool IsTaken(Step step, Verdict? verdict) =>
        verdict is not { } known || (!(known == Verdict.Approved && step.When == Conditions.Unpaid) && step.IsTakenOn(known));

    /// <summary>What is asked before a step, put so that one answer leads to it; null: nothing.</summary>
    private (string Text, bool Answer)? QuestionOf(Step step, Verdict? verdict) => (step, verdict) switch
    {
        ({ On: { } on }, null) => (_terms.ConditionOf(step) is { } condition ? Words("condition.both", condition, Words($"verdict.{on}")) : Words($"verdict.{on}"), true),
        ({ When: null, Unless: Conditions.Unpaid }, Verdict.Approved) => null, // what is not paid is rejected
        ({ When: null, Unless: { } unless }, _) => (_terms.Condition(unless), false),
        _ => _terms.ConditionOf(step) is { } condition ? (condition, true) : null,
    };

    /// <summary>Steps that follow one another and ask the same are asked once, unless one of them may change the answer.</summary>
    private int EndOfQuestion(IReadOnlyList<Step> sequence, int index, Verdict? verdict, string question)
    {
        var end = index + 1;
        while (end < sequence.Count
            && sequence[end - 1] is not (Step.Check or Step.Consult or Step.Pay)
            && (!IsTaken(sequence[end], verdict) || QuestionOf(sequence[end], verdict)?.Text == question))
            end++;
        return end;
    }
}
