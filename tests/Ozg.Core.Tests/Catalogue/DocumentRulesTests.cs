using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class DocumentRulesTests
{
    public static TheoryData<string, Func<LeistungDocument, LeistungDocument>> BrokenLeistungen => new()
    {
        { "/id", document => document with { Id = "Kein Name" } },
        { "/leikaKey", document => document with { LeikaKey = "99" } },
        { "/limits", document => document with { Limits = new(-1, 20) } },
        { "/attachments/0/kind", document => document with { Attachments = [document.Attachments[0] with { Kind = "application" }] } },
        { "/attachments/0/kind", document => document with { Attachments = [document.Attachments[0] with { Kind = "Zeugnis!" }] } },
        { "/attachments/0/maxBytes", document => document with { Attachments = [document.Attachments[0] with { MaxBytes = 21 }] } },
        { "/attachments/0/mediaTypes", document => document with { Attachments = [document.Attachments[0] with { MediaTypes = [] }] } },
        { "/steps/4/message", document => document with { Steps = [.. document.Steps.SkipLast(1), new Step.Notify { Id = "notify", Message = "gruss" }] } },
    };

    [Theory]
    [MemberData(nameof(BrokenLeistungen))]
    public void A_mistake_within_a_Leistung_is_told_by_its_pointer(string pointer, Func<LeistungDocument, LeistungDocument> broken) =>
        Assert.Equal(pointer, Assert.Single(LeistungRules.Check(Leistung(with: broken))).Pointer);

    [Fact]
    public void A_sound_Leistung_has_no_mistake() => Assert.Empty(LeistungRules.Check(Leistung()));

    [Fact]
    public void No_condition_is_called_always() =>
        Assert.Contains(
            LeistungRules.Check(Leistung(with: document => document with { Conditions = One("always", "feld") })),
            mistake => mistake.Pointer == "/conditions/always");

    [Fact]
    public void A_kind_of_attachment_is_there_once() =>
        Assert.Equal(
            ["/attachments/0/kind", "/attachments/1/kind"],
            LeistungRules.Check(Leistung(with: document => document with { Attachments = [document.Attachments[0], document.Attachments[0]] })).Select(mistake => mistake.Pointer));

    [Fact]
    public void A_sound_Kommune_has_no_mistake() => Assert.Empty(KommuneRules.Check(Kommune(new OfferDocument("testleistung")), []));

    [Theory]
    [InlineData("D")]
    [InlineData("DARMS")]
    [InlineData("Da")]
    public void A_reference_begins_with_capital_letters(string prefix) =>
        Assert.Equal("/referencePrefix", Assert.Single(KommuneRules.Check(Kommune() with { ReferencePrefix = prefix }, [])).Pointer);

    [Fact]
    public void Key_and_prefix_are_no_other_Kommunes() =>
        Assert.Equal(["/ags", "/referencePrefix"], KommuneRules.Check(Kommune(), [Kommune()]).Select(mistake => mistake.Pointer));

    [Fact]
    public void A_Kommune_has_a_key_of_eight_digits() =>
        Assert.Equal("/ags", Assert.Single(KommuneRules.Check(Kommune() with { Ags = new Ags("6411000") }, [])).Pointer);

    [Fact]
    public void A_Leistung_is_offered_once() =>
        Assert.Equal("/leistungen/1/leistung", Assert.Single(KommuneRules.Check(Kommune(new("testleistung"), new("testleistung")), [])).Pointer);

    private static Dictionary<string, string> One(string name, string condition) => new() { ["teuer"] = "feld", [name] = condition };
}
