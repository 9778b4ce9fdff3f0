using Ozg.Core.Expressions;
using Ozg.Core.Forms;

namespace Ozg.Core.Catalogue;

/// <summary>
/// What an application needs beyond its fields one by one. A question that an application gives no answer to (a division by zero, a day
/// after the year 9999) refuses nobody: the clerk sees the case.
/// </summary>
internal sealed class Completeness
{
    private readonly List<(Expression Expect, FormRule Rule)> _rules = [];
    private readonly List<(Expression When, AttachmentKind Kind)> _files = [];

    /// <param name="rules">Expressions that have been checked.</param>
    /// <param name="kinds">Theirs too.</param>
    public static Completeness Of(IReadOnlyDictionary<string, FormRule> rules, IReadOnlyList<AttachmentKind> kinds)
    {
        var completeness = new Completeness();
        completeness._rules.AddRange(rules.Values.Select(rule => (Expression.Parse(rule.Expect).Value, rule)));
        completeness._files.AddRange(kinds.Where(kind => kind.RequiredWhen is not null).Select(kind => (Expression.Parse(kind.RequiredWhen!).Value, kind)));
        return completeness;
    }

    public IReadOnlyList<FieldError> Check(Scope scope) =>
    [
        .. _rules.Where(rule => rule.Expect.Holds(scope) is { Succeeded: true, Value: false })
            .Select(rule => new FieldError("#" + rule.Rule.At, FieldCodes.Rule) { Words = rule.Rule.Message }),
        .. _files.Where(file => !scope.Attached.Contains(file.Kind.Kind) && file.When.Holds(scope) is { Succeeded: true, Value: true })
            .Select(file => new FieldError(JsonPointer.Append("#/attachments", file.Kind.Kind), FieldCodes.MissingAttachment, file.Kind.Label.De) { EnglishLabel = file.Kind.Label.En }),
    ];
}
