using System.Text.Json.Serialization;
using Ozg.Core.Catalogue;

namespace Ozg.Core.Deadlines;

/// <summary>The ways of sending that the law ties a fiction to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ServiceChannel>))]
public enum ServiceChannel
{
    /// <summary>A letter.</summary>
    Post,

    /// <summary>Electronic transmission.</summary>
    Electronic,

    /// <summary>The mailbox of a user account.</summary>
    Mailbox,
}

/// <summary>On which day after it was sent a decision counts as made known: data, because every Land changes it at its own time.</summary>
/// <param name="Regime">The procedural law of the Leistung.</param>
/// <param name="Channel">How it is sent.</param>
/// <param name="Since">The first day of sending to which it applies; assumption for the VwVfG, as for the AO, that sending decides.</param>
/// <param name="Days">The number of that day after the day of sending.</param>
/// <param name="Moves">Whether a Saturday, Sunday or holiday moves it to the next Werktag.</param>
/// <param name="Source">The provision.</param>
/// <param name="Assumed">True: not read in an official text; a lawyer confirms or replaces it before real use.</param>
public sealed record ServiceFiction(Regime Regime, ServiceChannel Channel, DateOnly Since, int Days, bool Moves, string Source, bool Assumed = false);

/// <summary>The fictions that hold at one place. What a Land has of its own is added with <see cref="With"/>.</summary>
public sealed class ServiceFictions
{
    private static readonly DateOnly Always = DateOnly.MinValue;

    // PostModG of 15.7.2024 (BGBl. 2024 I Nr. 236), articles 2 and 20, in force 1.1.2025.
    private static readonly DateOnly PostReform = new(2025, 1, 1);

    private readonly IReadOnlyList<ServiceFiction> _all;

    /// <summary>Takes the fictions as they are, in any order.</summary>
    public ServiceFictions(IReadOnlyList<ServiceFiction> all) => _all = all;

    /// <summary>
    /// Federal law. The fiction of the VwVfG does not move off a Saturday, Sunday or holiday: it is no period (HessVGH OS IV 97/65 for the
    /// like rule on service; the Bundestag struck "Werktag" from the bill in 2024; some lawyers disagree). That of the AO does (BFH,
    /// BStBl 2003 II 898).
    /// <para>Assumed: four days in the mailbox since 2025; the text of § 9 OZG that was read (24.7.2024) says three.</para>
    /// </summary>
    public static ServiceFictions Bund { get; } = new(
    [
        .. Letters("§ 41 Abs. 2 Satz 1 VwVfG", "§ 41 Abs. 2 Satz 2 VwVfG", assumed: false),
        new(Regime.Vwvfg, ServiceChannel.Mailbox, Always, 3, Moves: false, "§ 9 Abs. 1 OZG"),
        new(Regime.Vwvfg, ServiceChannel.Mailbox, PostReform, 4, Moves: false, "§ 9 Abs. 1 OZG", Assumed: true),
        .. Since(Regime.Ao, ServiceChannel.Post, moves: true, "§ 122 Abs. 2 Nr. 1 AO", assumed: false),
        .. Since(Regime.Ao, ServiceChannel.Electronic, moves: true, "§ 122 Abs. 2a AO", assumed: false),
        .. Since(Regime.Ao, ServiceChannel.Mailbox, moves: true, "§ 122a Abs. 4 AO", assumed: false),
    ]);

    /// <summary>
    /// Hessen, whose HVwVfG has a full text of its own. Assumed: four days since 1.1.2025, as in federal law. The date on which Hessen
    /// followed was not found; until then its own text said three. A day too many in the computation harms no citizen.
    /// </summary>
    public static ServiceFictions Hessen { get; } =
        Bund.With([.. Letters("§ 41 Abs. 2 Satz 1 HVwVfG", "§ 41 Abs. 2 Satz 2 HVwVfG", assumed: true)]);

    /// <summary>Those of a Land; federal law for one whose own date is not known here.</summary>
    public static ServiceFictions In(Land land) => land == Land.Hessen ? Hessen : Bund;

    /// <summary>The same with other fictions: one for the same regime, channel and first day is replaced.</summary>
    public ServiceFictions With(params IReadOnlyList<ServiceFiction> own) =>
        new([.. own, .. _all.Where(rule => !own.Any(other => (other.Regime, other.Channel, other.Since) == (rule.Regime, rule.Channel, rule.Since)))]);

    /// <summary>The fiction for a day of sending. A special law without one of its own leaves it to the VwVfG (§ 1 (1) VwVfG).</summary>
    /// <exception cref="InvalidOperationException">There is none for the regime and channel on that day.</exception>
    public ServiceFiction For(Regime regime, ServiceChannel channel, DateOnly sent) =>
        Find(regime, channel, sent)
        ?? (regime == Regime.Sonder ? Find(Regime.Vwvfg, channel, sent) : null)
        ?? throw new InvalidOperationException($"No fiction for {regime} by {channel} on {sent:O}.");

    private ServiceFiction? Find(Regime regime, ServiceChannel channel, DateOnly sent) =>
        _all.Where(rule => rule.Regime == regime && rule.Channel == channel && rule.Since <= sent).MaxBy(rule => rule.Since);

    private static IEnumerable<ServiceFiction> Letters(string post, string electronic, bool assumed) =>
        Since(Regime.Vwvfg, ServiceChannel.Post, moves: false, post, assumed)
            .Concat(Since(Regime.Vwvfg, ServiceChannel.Electronic, moves: false, electronic, assumed));

    private static IEnumerable<ServiceFiction> Since(Regime regime, ServiceChannel channel, bool moves, string source, bool assumed) =>
    [
        new(regime, channel, Always, 3, moves, source),
        new(regime, channel, PostReform, 4, moves, source, assumed),
    ];
}
