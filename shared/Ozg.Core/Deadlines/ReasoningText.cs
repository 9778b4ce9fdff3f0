using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Deadlines;

/// <summary>Says a reasoning in sentences, from the resource files: German, and English for cultures of that language.</summary>
public static partial class ReasoningText
{
    private static readonly ResourceManager Words = new(typeof(ReasoningText).FullName!, typeof(ReasoningText).Assembly);

    /// <summary>The sentences in their order. The provisions are not in them; they are in <see cref="ReasoningStep.Source"/>.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ReasoningStep> reasoning, CultureInfo language) => [.. reasoning.Select(step => Of(step, language))];

    /// <summary>One step as a sentence.</summary>
    /// <exception cref="InvalidOperationException">The step lacks something that its sentence says.</exception>
    public static string Of(ReasoningStep step, CultureInfo language) =>
        Placeholder().Replace(Find($"step.{step.Code}", language), match => Value(match.Groups[1].Value, step, language));

    private static string Value(string placeholder, ReasoningStep step, CultureInfo language) => placeholder switch
    {
        "day" => Date(step.Day, language),
        "from" when step.From is { } from => Date(from, language),
        "until" when step.Until is { } until => Date(until, language),
        "fromMoment" when step.FromMoment is { } from => Moment(from, language),
        "moment" when step.Moment is { } moment => Moment(moment, language),
        "period" when step.Period is { } period => Count(period.Count, period.Unit.ToString(), language),
        "days" when step.Days is { } days => Count(days, nameof(PeriodUnit.Day), language),
        "hours" when step.Hours is { } hours => Count(hours, "Hour", language),
        "number" when step.Days is { } number => number.ToString(language),
        "holiday" when step.Holiday is { } holiday => Name(holiday, language),
        _ => throw new InvalidOperationException($"Step {step.Code} has no {placeholder} for its sentence."),
    };

    private static string Name(Holiday holiday, CultureInfo language) => holiday.Name is { } own
        ? language.TwoLetterISOLanguageName == "en" ? own.En ?? own.De : own.De
        : Find($"holiday.{holiday.Id}", language);

    private static string Count(int count, string unit, CultureInfo language) =>
        string.Format(language, Find($"period.{unit}.{(count == 1 ? "one" : "many")}", language), count);

    private static string Date(DateOnly day, CultureInfo language) => day.ToString(Find("format.day", language), language);

    private static string Moment(DateTimeOffset moment, CultureInfo language) =>
        LegalTime.ClockOf(moment).ToString(Find("format.moment", language), language);

    private static string Find(string key, CultureInfo language) =>
        Words.GetString(key, language) ?? throw new MissingManifestResourceException($"No text \"{key}\".");

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
