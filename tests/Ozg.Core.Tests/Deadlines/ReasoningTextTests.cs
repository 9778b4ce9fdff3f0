using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using static Ozg.Core.Tests.Deadlines.ArrangeCalendar;

namespace Ozg.Core.Tests.Deadlines;

public sealed partial class ReasoningTextTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly ResourceManager Words = new(typeof(ReasoningText).FullName!, typeof(ReasoningText).Assembly);

    [Fact]
    public void A_deadline_on_Corpus_Christi_is_explained()
    {
        var deadline = DeadlineRules.After(new(2026, 5, 21), Period.Weeks(2), EndShift.Vwvfg, Hessen);

        Assert.Equal(
            [
                "Das Ereignis war am Donnerstag, 21.05.2026. Dieser Tag zählt nicht mit; die Frist läuft ab Freitag, 22.05.2026.",
                "Die Frist beträgt 2 Wochen und endet am Donnerstag, 04.06.2026.",
                "Donnerstag, 04.06.2026, ist Fronleichnam; die Frist endet am nächsten Werktag.",
                "Der nächste Werktag von Montag bis Freitag ist Freitag, 05.06.2026.",
            ],
            ReasoningText.Of(deadline.Reasoning, German));
        Assert.Equal(
            ["§ 187 Abs. 1 BGB", "§ 188 Abs. 2 BGB", "§ 31 Abs. 3 Satz 1 VwVfG, § 1 Abs. 1 HFeiertagsG", "§ 31 Abs. 3 Satz 1 VwVfG"],
            deadline.Reasoning.Select(step => step.Source));
    }

    [Fact]
    public void A_holiday_among_working_days_is_named() =>
        Assert.Equal(
            [
                "Das Ereignis war am Freitag, 22.05.2026. Dieser Tag zählt nicht mit; die Frist läuft ab Samstag, 23.05.2026.",
                "Montag, 25.05.2026, ist Pfingstmontag und zählt nicht mit.",
                "Die Frist beträgt 1 Arbeitstag: Montag bis Freitag ohne gesetzliche Feiertage. Der letzte Tag ist Dienstag, 26.05.2026.",
            ],
            ReasoningText.Of(DeadlineRules.After(new(2026, 5, 22), Period.WorkingDays(1), EndShift.Bgb, Hessen).Reasoning, German));

    [Fact]
    public void The_same_in_English() =>
        Assert.Equal(
            "Thursday, 4 June 2026, is Corpus Christi; the period ends on the next working day.",
            ReasoningText.Of(DeadlineRules.On(new(2026, 6, 4), EndShift.Bgb, Hessen).Reasoning, English)[1]);

    [Fact]
    public void A_month_that_lacks_the_day_and_a_pause_are_explained()
    {
        var deadline = DeadlineRules.After(new(2028, 1, 31), Period.Months(1), Stays, Hessen, new Suspension(new(2028, 2, 1), new(2028, 2, 1)));

        Assert.Equal(
            [
                "Die Frist beträgt 1 Monat. Einen 31. hat der letzte Monat nicht; sie endet am letzten Tag des Monats: Dienstag, 29.02.2028.",
                "Von Dienstag, 01.02.2028, bis Dienstag, 01.02.2028, stand die Frist still (1 Tag). Danach lief sie weiter; sie endet am Mittwoch, 01.03.2028.",
            ],
            ReasoningText.Of(deadline.Reasoning, German).Skip(1));
    }

    [Fact]
    public void Hours_are_told_in_German_time() =>
        Assert.Equal(
            "Ab Freitag, 22.05.2026, 16:30 Uhr, laufen 48 Stunden. Wochenenden und Feiertage zählen mit; die Frist endet am Sonntag, 24.05.2026, 16:30 Uhr.",
            ReasoningText.Of(DeadlineRules.AfterHours(new(2026, 5, 22, 14, 30, 0, TimeSpan.Zero), 48).Reasoning, German).Single());

    [Fact]
    public void A_proclaimed_day_is_told_by_its_own_name()
    {
        var named = Hessen.With(Holiday.Proclaimed(new(2026, 9, 2), new("Verfassungstag", "Constitution Day"), "§ 2 HFeiertagsG"));
        var step = DeadlineRules.On(new(2026, 9, 2), EndShift.Bgb, named).Reasoning[1];

        Assert.StartsWith("Mittwoch, 02.09.2026, ist Verfassungstag;", ReasoningText.Of(step, German), StringComparison.Ordinal);
        Assert.StartsWith("Wednesday, 2 September 2026, is Constitution Day;", ReasoningText.Of(step, English), StringComparison.Ordinal);
        Assert.Contains("Verfassungstag", ReasoningText.Of(step with { Holiday = step.Holiday! with { Name = new("Verfassungstag") } }, English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_without_what_its_sentence_says_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => ReasoningText.Of(new ReasoningStep(ReasonCode.Suspended, new(2026, 1, 1), "§"), German));

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_placeholders()
    {
        var (german, english) = (Texts(CultureInfo.InvariantCulture), Texts(English));

        Assert.Equal(german.Keys.Order(), english.Keys.Order());
        Assert.All(german.Keys.Except(["format.day", "format.moment"]), key => Assert.Equal(Placeholders(german[key]), Placeholders(english[key])));
    }

    [Fact]
    public void There_is_a_text_for_every_code_unit_and_holiday_and_no_other()
    {
        var holidays = Enumerable.Range(1995, 40).SelectMany(year => Enum.GetValues<Land>().SelectMany(land => LegalCalendar.For(land).HolidaysIn(year)))
            .Concat(LegalCalendar.For(new Ags("09761000"), RegionalHoliday.PeaceFestival).HolidaysIn(2026))
            .Select(holiday => $"holiday.{holiday.Id}").Distinct();
        var units = Enum.GetNames<PeriodUnit>().Append("Hour").SelectMany(unit => new[] { $"period.{unit}.one", $"period.{unit}.many" });
        var steps = Enum.GetNames<ReasonCode>().Select(code => $"step.{code}");

        Assert.Equal([.. holidays.Concat(units).Concat(steps).Append("format.day").Append("format.moment").Order()], Texts(CultureInfo.InvariantCulture).Keys.Order());
    }

    [Fact]
    public void Every_code_is_used_and_can_be_told()
    {
        var told = ReasoningSamples.All.Select(step => (step.Code, Texts: (ReasoningText.Of(step, German), ReasoningText.Of(step, English)))).ToList();

        Assert.Equal(Enum.GetValues<ReasonCode>().Order(), told.Select(one => one.Code).Distinct().Order());
        Assert.All(told, one => Assert.DoesNotContain('{', one.Texts.Item1 + one.Texts.Item2));
    }

    private static Dictionary<string, string> Texts(CultureInfo language) =>
        Words.GetResourceSet(language, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
