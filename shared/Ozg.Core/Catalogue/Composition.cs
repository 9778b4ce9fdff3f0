using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>One offer being put together from its layers.</summary>
internal sealed class Composition(
    KommuneDocument kommune, Leistung leistung, IReadOnlyList<Layer> layers, Func<Ags, KommuneDocument?> partner, Func<string, string, int?> lineOf)
{
    private readonly List<(Layer Layer, Process Below)> _changes = [];

    private Layer Own => layers[^1];

    private Origins Origins => new(leistung, layers, _changes);

    public Outcome<Offer> Compose()
    {
        var process = new Process(leistung.Steps) { ClosingDays = kommune.ClosingDays, Regime = leistung.Regime, Edition = Process.NewestEdition };
        foreach (var layer in layers.Where(layer => layer.Changes.Steps is not null))
        {
            var applied = Layering.Apply(process, layer.Changes.Steps!, layer.Name);
            if (!applied.Succeeded)
                return new CatalogueMistakes([.. ((CatalogueMistakes)applied.Error).All.Select(mistake => In(layer, "/steps" + mistake.Pointer, mistake.What))]);
            _changes.Add((layer, process));
            process = applied.Value;
        }

        var responsible = Highest(null, changes => changes.Responsible);
        var rules = Merged(leistung.Rules, changes => changes.Rules);
        var written = new Plan(
            kommune.Ags, kommune.Name, responsible?.Name ?? kommune.Authority, leistung.Id, process,
            Merged(leistung.Conditions, changes => changes.Conditions), leistung.Templates)
        {
            Amounts = Merged(leistung.Amounts, changes => changes.Amounts),
            Dates = Merged(leistung.Dates, changes => changes.Dates),
            Labels = leistung.LabelsShown,
        };
        var deadlines = Highest(leistung.Deadlines, changes => changes.Deadlines)!;
        var fee = Highest(leistung.Fee, changes => changes.Fee);

        var mistakes = Mistakes(written, deadlines);
        if (mistakes.Count > 0)
            return new CatalogueMistakes(mistakes);
        var plan = written with { Process = process with { Steps = FieldNumbers.Resolve(process.Steps, leistung.Form) } };
        return new Offer(leistung, fee, plan, PlanHash.Of(plan))
        {
            Responsible = responsible,
            Form = new(leistung.Form, rules, leistung.Attachments, leistung.Limits),
            Deadlines = deadlines,
            OriginsWhenAsked = new(() => [.. Origins.All.Select(origin => origin with { Line = lineOf(origin.File, origin.Pointer) })]),
            Layers = layers,
        };
    }

    private List<Mistake> Mistakes(Plan plan, IReadOnlyList<LegalDeadline> deadlines) =>
    [
        .. layers.SelectMany(layer => ExpressionRules.Check(layer.Changes.Conditions, layer.Changes.Amounts, layer.Changes.Dates, layer.Changes.Rules, leistung)
            .Select(mistake => In(layer, mistake.Pointer, mistake.What))),
        .. ProcessRules.Check(plan, kommune.Groups.Keys, other => partner(other)?.Groups.Keys).Select(mistake => At(mistake.Step, mistake.Field, mistake.What)),
        .. StepPlace.All(plan.Process.Steps).Select(place => place.Step).OfType<Step.Deliver>()
            .SelectMany(step => FieldNumbers.Check(step, leistung.Form).Select(mistake => At(step.Id, mistake.Field, mistake.What))),
        .. StepPlace.All(plan.Process.Steps).Select(place => place.Step).OfType<Step.Approve>()
            .SelectMany(step => ChangeableFields.Check(step, leistung.Form).Select(mistake => At(step.Id, mistake.Field, mistake.What))),
        .. deadlines.Where(deadline => deadline.Decide is not null)
            .SelectMany(deadline => DecisionTime.TooLong(plan.Process.Steps, deadline.Decide!).Select(mistake => At(mistake.Step, "dueInWorkingDays", mistake.What))),
    ];

    /// <summary>Where the layer stands that made a mistake: the one that set the field, else one that changed the step, else the Kommune's own.</summary>
    private Mistake At(string step, string field, string what)
    {
        var (head, rest) = field.Split('/', 2) is [var name, var inner] ? (name, "/" + inner) : (field, "");
        var path = $"{Origins.PathOf(step)}/{head}";
        var origins = Origins;
        if (origins.Of(path) is { } exact && exact.Layer != Offer.Standard)
            return Told(exact.File, exact.Pointer + rest, what);
        var touched = origins.All.FirstOrDefault(origin => origin.Layer != Offer.Standard
            && (origin.Path == Origins.PathOf(step) || origin.Path.StartsWith(Origins.PathOf(step) + "/", StringComparison.Ordinal)));
        return touched is null ? In(Own, "/steps", what) : Told(touched.File, touched.Pointer, what);
    }

    private static Mistake In(Layer layer, string pointer, string what) => Told(layer.File, layer.At + pointer, what);

    private static Mistake Told(string file, string pointer, string what) => new(pointer, what) { File = file.Length == 0 ? null : file };

    private T? Highest<T>(T? below, Func<OfferDocument, T?> of) where T : class =>
        layers.Select(layer => of(layer.Changes)).LastOrDefault(value => value is not null) ?? below;

    private Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T>? below, Func<OfferDocument, IReadOnlyDictionary<string, T>?> of)
    {
        var merged = new Dictionary<string, T>();
        foreach (var values in layers.Select(layer => of(layer.Changes)).Prepend(below))
        {
            foreach (var (name, value) in values ?? new Dictionary<string, T>())
                merged[name] = value;
        }

        return merged;
    }
}
