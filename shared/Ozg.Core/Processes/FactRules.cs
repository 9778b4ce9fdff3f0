using Ozg.Core.Expressions;

namespace Ozg.Core.Processes;

/// <summary>What a check finds out: the plan's expressions, answered for one application.</summary>
public static class FactRules
{
    /// <summary>Answers every condition, amount and date of a plan.</summary>
    /// <param name="plan">Linted: its expressions parse.</param>
    /// <param name="scope">The application as it now is.</param>
    /// <param name="answers">What the register said, by the conditions' names; goes before the plan's own answer.</param>
    /// <exception cref="InvalidOperationException">
    /// An expression has no answer. To go on without one could mean a permit without its fee, so the check fails until the cause is mended.
    /// </exception>
    public static Facts Of(Plan plan, Scope scope, IReadOnlyDictionary<string, bool> answers) =>
        new Facts(
            plan.Conditions.ToDictionary(one => one.Key, one => Answer(one, expression => expression.Holds(scope))),
            plan.Amounts.ToDictionary(one => one.Key, one => (long)(Answer(one, expression => expression.Amount(scope)) * 100)),
            plan.Dates.ToDictionary(one => one.Key, one => Answer(one, expression => expression.Date(scope))))
        .With(Facts.Of(answers));

    private static T Answer<T>(KeyValuePair<string, string> named, Func<Expression, Outcome<T>> ask)
    {
        var expression = Expression.Parse(named.Value);
        var answer = expression.Succeeded ? ask(expression.Value) : expression.Error;
        return answer.Succeeded ? answer.Value : throw new InvalidOperationException($"\"{named.Key}\" of the plan has no answer: {answer.Error.Code}.");
    }
}
