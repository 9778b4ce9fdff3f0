using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class DocumentTests
{
    private const string Sound = """
        {"ags":"06411000","name":"Musterstadt","kind":"stadt","authority":"Der Magistrat","referencePrefix":"MU","groups":{"amt":"Amt"},
         "leistungen":[{"leistung":"testleistung","steps":{"set":{"assess":{"group":"amt"}},"insertAfter":{"assess":[{"id":"x","kind":"notify","message":"m"}]},"remove":["y"]}}]}
        """;

    [Fact]
    public void A_Kommunes_document_is_read_with_its_overlays()
    {
        var kommune = KommuneDocument.Read(Json(Sound)).Value;

        Assert.Equal(KommuneKind.Stadt, kommune.Kind);
        var overlay = Assert.Single(kommune.Leistungen).Steps!;
        Assert.Equal("amt", overlay.Set!["assess"].GetProperty("group").GetString());
        Assert.Equal([new Step.Notify { Id = "x", Message = "m" }], overlay.InsertAfter!["assess"]);
        Assert.Equal(["y"], overlay.Remove!);
    }

    [Theory]
    [InlineData("\"name\":", "\"nmae\":", "/nmae", "'nmae' is not known here; known are ags,", "'name' is missing")]
    [InlineData("\"06411000\"", "6411000", "/ags", "quotes")]
    [InlineData("\"stadt\"", "\"kreis\"", "/kind", "one of stadt, gemeinde")]
    [InlineData("\"stadt\"", "0", "/kind", "one of stadt, gemeinde")]
    [InlineData("\"Der Magistrat\"", "null", "/authority", "text")]
    [InlineData("{\"amt\":\"Amt\"}", "[\"amt\"]", "/groups", "names with values")]
    [InlineData("\"notify\"", "\"notiz\"", "/leistungen/0/steps/insertAfter/assess/0/kind", "one of check, consult, approve, pay, issue, deliver, notify, wait, when, parallel")]
    [InlineData("\"kind\":\"notify\",", "", "/leistungen/0/steps/insertAfter/assess/0/kind", "one of check")]
    [InlineData("\"message\":\"m\"", "\"document\":\"m\"", "/leistungen/0/steps/insertAfter/assess/0/document", "known are message, id, when, unless, on", "'message' is missing")]
    [InlineData("[\"y\"]", "\"y\"", "/leistungen/0/steps/remove", "a list")]
    [InlineData("[\"y\"]", "[null]", "/leistungen/0/steps/remove/0", "text")]
    public void What_does_not_fit_is_told_by_its_pointer(string sound, string broken, string pointer, params string[] parts)
    {
        var mistakes = KommuneDocument.Read(Json(Sound.Replace(sound, broken, StringComparison.Ordinal))).Mistakes();

        Assert.Equal(pointer, mistakes[0].Pointer);
        Assert.Equal(parts.Length, mistakes.Count);
        Assert.All(parts.Index(), part => Assert.Contains(part.Item, mistakes[part.Index].What, StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_come_at_once() => Assert.Equal(7, KommuneDocument.Read(Json("{}")).Mistakes().Count);
}
