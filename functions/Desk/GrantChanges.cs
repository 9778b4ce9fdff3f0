using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Forms;
using Ozg.Core.Submissions;
using Ozg.Functions.Intake;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Desk;

/// <summary>What clerks change in granting less than was applied for; kept where supplements are, before the decision that names it.</summary>
public sealed class GrantChanges(SubmissionStore submissions, SupplementStore supplements, FormStore forms, PlanStore plans, CaseProjection cases, TimeProvider clock)
{
    /// <summary>Checks and stores what an approval changes.</summary>
    /// <param name="row">The task that is approved.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="changes">By JSON pointer, on top of what the task proposes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    internal async Task<Outcome<Alteration>> StoreAsync(DeskTask row, Actor by, IReadOnlyDictionary<string, JsonElement> changes, CancellationToken cancellationToken)
    {
        var id = row.Task.Id.Case;
        var manifest = await submissions.ReadAsync(id, cancellationToken);
        var form = await forms.OfAsync(manifest, cancellationToken);
        if (!form.Succeeded)
            return form.Error;
        if (NotChangeable(row, changes, form.Value.Schema) is { Count: > 0 } mistakes)
            return new InvalidChanges(mistakes);

        var current = await cases.FindAsync(id, cancellationToken) ?? Case.Begin(id);
        var before = await supplements.CurrentAsync(manifest, current.Supplements, cancellationToken);
        var proposed = row.Task.Proposed?.Supplement is { } known ? (await supplements.ReadAsync(id, [known], cancellationToken))[0].Fields : new Dictionary<string, JsonElement>();
        var fields = SupplementRules.Differing(before.Application, new Dictionary<string, JsonElement>([.. proposed.Where(field => !changes.ContainsKey(field.Key)), .. changes]));
        if (SupplementRules.AreSame(fields, proposed))
            return new NothingChanged();
        var calendar = (await plans.ReadAsync(manifest.PlanHash, cancellationToken)).Calendar;
        if (new SupplementContent(Message: null, fields, Request: null).Mistakes(form.Value, calendar, before, [], manifest.ReceivedAt) is { Count: > 0 } broken)
            return new InvalidChanges(broken);
        if (fields.Count == 0)
            return new Alteration(Supplement: null, current.Supplements.Count);

        var hash = SupplementRules.HashOf(fields);
        var change = new Supplement(SupplementRules.IdOf(row.Task.Id, by, hash), clock.GetUtcNow(), Message: null, fields, [], hash) { By = by };
        await supplements.CommitAsync(id, change, CancellationToken.None);
        return new Alteration(change.Id, current.Supplements.Count);
    }

    private static List<FieldError> NotChangeable(DeskTask row, IReadOnlyDictionary<string, JsonElement> changes, FormSchema form) =>
    [
        .. changes.Keys.Where(pointer => !row.MayChange.Contains(pointer))
            .Select(pointer => new FieldError(JsonPointer.Append("#/changes", pointer), "not-changeable", form.TitleOf(pointer)?.De ?? pointer)
            {
                EnglishLabel = form.TitleOf(pointer)?.En,
            }),
    ];
}
