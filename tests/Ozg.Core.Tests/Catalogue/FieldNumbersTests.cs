using Ozg.Core.Catalogue;
using Ozg.Core.Forms;
using Ozg.Core.Processes;
using Ozg.Core.Tests.Forms;

namespace Ozg.Core.Tests.Catalogue;

public sealed class FieldNumbersTests
{
    private static readonly FormSchema Form = ArrangeForm.Object("""
        "properties":{
          "name":{"title":"Name","type":"string","x-fieldNumber":1}, "ort":{"title":"Ort","type":"string","x-fieldNumber":9},
          "land":{"title":"Land","type":"string","x-fieldNumber":9}, "zahl":{"title":"Zahl","type":"integer","x-fieldNumber":10},
          "digital":{"title":"Digital","type":"boolean"} }
        """);

    [Fact]
    public void A_plan_has_pointers_in_place_of_numbers() =>
        Assert.Equal(["/name", "/ort", "/land"], Resolved(new Step.Deliver { Id = "d", Target = "t", Only = ["#1", "#9"] }).Only!);

    [Fact]
    public void A_range_names_all_in_it_and_what_has_no_number_goes_to_nobody() =>
        Assert.Equal(["/ort", "/land", "/zahl", "/digital"], Resolved(new Step.Deliver { Id = "d", Target = "t", Without = ["#9-10"] }).Without!);

    [Fact]
    public void Pointers_stay_as_they_are() =>
        Assert.Equal(["/zahl"], Resolved(new Step.Deliver { Id = "d", Target = "t", Without = ["/zahl"] }).Without!);

    [Theory]
    [InlineData("#2", "number 2")]
    [InlineData("#9-11", "number 11")]
    [InlineData("#", "not a number")]
    [InlineData("#10-9", "not a number")]
    [InlineData("#1-2-3", "not a number")]
    [InlineData("/nmae", "no field '/nmae'")]
    public void What_leads_to_no_field_is_told(string name, string part)
    {
        var (field, what) = Assert.Single(FieldNumbers.Check(new Step.Deliver { Id = "d", Target = "t", Without = [name] }, Form));

        Assert.Equal("without/0", field);
        Assert.Contains(part, what, StringComparison.Ordinal);
    }

    private static Step.Deliver Resolved(Step.Deliver step) => Assert.IsType<Step.Deliver>(Assert.Single(FieldNumbers.Resolve([step], Form)));
}
