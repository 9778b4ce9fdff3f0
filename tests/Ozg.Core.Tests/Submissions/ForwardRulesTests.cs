using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Submissions;

/// <summary>Which Kommune can be given an application of another.</summary>
public sealed class ForwardRulesTests
{
    private static readonly Ags Elsewhere = new("06432007");
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_that_offers_the_Leistung_can() => Assert.Null(Refusal(Sent(Elsewhere), OfferWith()));

    [Fact]
    public void One_that_does_not_offer_it_cannot() => Assert.Equal(CannotForward.NotOffered, Refusal(Sent(Elsewhere), null)?.Why);

    [Fact]
    public void One_that_has_it_or_had_it_before_cannot()
    {
        var first = CaseId.Derive(Musterstadt, "testleistung", "key");
        var back = Sent(Elsewhere) with { ForwardedFrom = new([first, first.ForwardedTo(new("06432009"))], "Dorf", "DO-1", Monday, "letter") };

        Assert.Equal(new CannotForward(CannotForward.BeenThere, "Musterstadt"), Refusal(Sent(Musterstadt), OfferWith()));
        Assert.Equal(new CannotForward(CannotForward.BeenThere, "Musterstadt"), Refusal(back, OfferWith()));
    }

    [Fact]
    public void One_that_would_not_take_it_as_it_is_cannot_and_the_fields_are_named() =>
        Assert.Equal(new CannotForward(CannotForward.NotComplete, "Feld"), Refusal(Sent(Elsewhere), OfferWith(), """{"feld":"ja"}"""));

    [Fact]
    public void What_was_in_time_where_it_first_came_is_in_time()
    {
        var late = Sent(Elsewhere) with { ReceivedAt = Monday.AddDays(14) };
        var offer = OfferWith("received <= date('2026-11-30')");

        Assert.Equal(CannotForward.NotComplete, Refusal(late, offer)?.Why);
        Assert.Null(Refusal(late with { ForwardedFrom = new([CaseId.Derive(new("06432009"), "testleistung", "key")], "Dorf", "DO-1", Monday, "letter") }, offer));
    }

    private static CannotForward? Refusal(Manifest manifest, Offer? other, string application = """{"feld":true}""") => ForwardRules.Refusal(manifest, Json(application), [], other);

    private static Offer OfferWith(string? rule = null) => Offer.Compose(
        Kommune(), Leistung(), new OfferDocument("testleistung") { Rules = rule is null ? null : new Dictionary<string, FormRule> { ["frist"] = new(rule, "/feld", new("Zu spät.")) } }).Value;

    private static Manifest Sent(Ags to) => new()
    {
        Id = CaseId.Derive(to, "testleistung", "key"),
        Kommune = to,
        Leistung = "testleistung",
        Reference = "XX-2026-0000-0000",
        ReceivedAt = Monday,
        PlanHash = "plan",
        ContentHash = "content",
        TokenHash = "token",
        ApplicationBlob = "application",
        Attachments = [],
    };
}
