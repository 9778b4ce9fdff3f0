using static Ozg.Core.Deadlines.Land;

namespace Ozg.Core.Deadlines;

/// <summary>One line of a Feiertagsgesetz.</summary>
/// <param name="Id">The holiday.</param>
/// <param name="DayIn">On which day of a year it falls.</param>
/// <param name="In">The Länder that keep it.</param>
/// <param name="Since">The first year.</param>
/// <param name="Until">The last year.</param>
internal sealed record HolidayRule(string Id, Func<int, DateOnly> DayIn, Land[] In, int Since = LegalCalendar.FirstYear, int Until = int.MaxValue)
{
    public bool HoldsIn(int year) => Since <= year && year <= Until;
}

/// <summary>
/// The holidays of the Länder since 1995, when all but Sachsen gave up the Buß- und Bettag.
/// <para>
/// Source: the laws of Bayern, Berlin, Brandenburg, Bremen (2017), Hessen, Nordrhein-Westfalen and Thüringen were read; the others'
/// lists were taken from two collections that agree (python-holidays with the addresses of the laws, date-holidays 3.37).
/// </para>
/// </summary>
internal static class HolidayRules
{
    private const string UnityTreaty = "Art. 2 Abs. 2 EinigVtr";

    private static readonly Land[] Everywhere = Enum.GetValues<Land>();
    private static readonly Land[] North = [SchleswigHolstein, Hamburg, Niedersachsen, Bremen];
    private static readonly Land[] Lutheran = [Brandenburg, MecklenburgVorpommern, Sachsen, SachsenAnhalt, Thueringen];

    private static readonly HolidayRule[] All =
    [
        new("new-year", Every(1, 1), Everywhere),
        new("epiphany", Every(1, 6), [BadenWuerttemberg, Bayern, SachsenAnhalt]),
        new("womens-day", Every(3, 8), [Berlin], Since: 2019),
        new("womens-day", Every(3, 8), [MecklenburgVorpommern], Since: 2023),
        new("good-friday", AfterEaster(-2), Everywhere),
        new("easter-sunday", AfterEaster(0), [Brandenburg]),
        new("easter-monday", AfterEaster(1), Everywhere),
        new("labour-day", Every(5, 1), Everywhere),
        new("liberation-day", Every(5, 8), [Berlin], Since: 2020, Until: 2020),
        new("liberation-day", Every(5, 8), [Berlin], Since: 2025, Until: 2025),
        new("ascension", AfterEaster(39), Everywhere),
        new("whit-sunday", AfterEaster(49), [Brandenburg]),
        new("whit-monday", AfterEaster(50), Everywhere),
        new("corpus-christi", AfterEaster(60), [BadenWuerttemberg, Bayern, Hessen, NordrheinWestfalen, RheinlandPfalz, Saarland]),
        // Source: python-holidays, which names the Berlin law; the newspapers of 2024 report the plan. The day is a Saturday.
        new("uprising-day", Every(6, 17), [Berlin], Since: 2028, Until: 2028),
        new("assumption", Every(8, 15), [Saarland]),
        new("childrens-day", Every(9, 20), [Thueringen], Since: 2019),
        new("unity-day", Every(10, 3), Everywhere),
        new("reformation-day", Every(10, 31), Lutheran),
        new("reformation-day", Every(10, 31), [.. Everywhere.Except(Lutheran)], Since: 2017, Until: 2017),
        new("reformation-day", Every(10, 31), North, Since: 2018),
        new("all-saints", Every(11, 1), [BadenWuerttemberg, Bayern, NordrheinWestfalen, RheinlandPfalz, Saarland]),
        new("repentance-day", RepentanceDay, [Sachsen]),
        new("christmas-day", Every(12, 25), Everywhere),
        new("second-christmas-day", Every(12, 26), Everywhere),
    ];

    /// <summary>The rules of one Land, in the order of the year.</summary>
    public static HolidayRule[] Of(Land land) => [.. All.Where(rule => rule.In.Contains(land))];

    /// <summary>The rule of a holiday that a part of a Land keeps.</summary>
    public static HolidayRule Of(RegionalHoliday holiday) => holiday switch
    {
        RegionalHoliday.CorpusChristi => new("corpus-christi", AfterEaster(60), [Sachsen, Thueringen]),
        RegionalHoliday.Assumption => new("assumption", Every(8, 15), [Bayern]),
        RegionalHoliday.PeaceFestival => new("peace-festival", Every(8, 8), [Bayern]),
        _ => throw new ArgumentOutOfRangeException(nameof(holiday), holiday, "Not a regional holiday."),
    };

    /// <summary>Where it is written that a Land keeps a holiday. Short titles that were not read are those of juris.</summary>
    public static string SourceOf(string id, Land land) => id == "unity-day" ? UnityTreaty : land switch
    {
        SchleswigHolstein => "§ 2 FeiertG SH",
        Hamburg => "§ 1 FeiertG HA",
        Niedersachsen => "§ 2 NFeiertagsG",
        Bremen => "§ 2 FTG HB",
        NordrheinWestfalen => "§ 2 Abs. 1 FeiertG NW",
        Hessen => "§ 1 Abs. 1 HFeiertagsG",
        RheinlandPfalz => "§ 2 FeiertG RP",
        BadenWuerttemberg => "§ 1 FeiertG BW",
        Bayern => "Art. 1 BayFTG",
        Saarland => "§ 2 FeiertG SL",
        Berlin => "§ 1 Abs. 1 FeiertG BE",
        Brandenburg => "§ 2 Abs. 1 FTG BB",
        MecklenburgVorpommern => "§ 2 FTG M-V",
        Sachsen => "§ 1 SächsSFG",
        SachsenAnhalt => "§ 2 FeiertG ST",
        Thueringen => "§ 2 ThürFGtG",
        _ => throw new ArgumentOutOfRangeException(nameof(land), land, "Not a Land."),
    };

    private static Func<int, DateOnly> Every(int month, int day) => year => new(year, month, day);

    private static Func<int, DateOnly> AfterEaster(int days) => year => Easter.SundayOf(year).AddDays(days);

    // The Wednesday before 23 November.
    private static DateOnly RepentanceDay(int year)
    {
        var last = new DateOnly(year, 11, 22);
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Wednesday + 7) % 7));
    }
}
