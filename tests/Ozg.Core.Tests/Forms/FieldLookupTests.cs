using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

/// <summary>What a form says of its fields to those who look them up.</summary>
public sealed class FieldLookupTests
{
    [Theory]
    [InlineData("/a", "A", "First")]
    [InlineData("/b/c", "C", null)]
    [InlineData("/d/3/e", "E", "Fifth")]
    [InlineData("/a/b", null, null)]
    [InlineData("/nichts", null, null)]
    public void A_field_is_called_as_the_form_calls_it(string pointer, string? german, string? english)
    {
        var form = Object("""
            "properties":{
              "a":{"title":"A","x-en":{"title":"First"},"type":"integer"},
              "b":{"title":"B","type":"object","additionalProperties":false,"properties":{"c":{"title":"C","type":"boolean"}}},
              "d":{"title":"D","type":"array","maxItems":5,"items":{"title":"Eintrag","type":"object","additionalProperties":false,"properties":{
                "e":{"title":"E","x-en":{"title":"Fifth"},"type":"boolean"}}}} }
            """);

        Assert.Equal((german, english), (form.TitleOf(pointer)?.De, form.TitleOf(pointer)?.En));
    }

    [Fact]
    public void Fields_are_found_by_their_number_on_the_paper_form()
    {
        var form = Object("""
            "properties":{"person":{"title":"Person","type":"object","additionalProperties":false,"properties":{
              "name":{"title":"Name","type":"string","x-fieldNumber":4}, "ort":{"title":"Ort","type":"string","x-fieldNumber":9}, "land":{"title":"Land","type":"string","x-fieldNumber":9} }},
              "wohnung":{"title":"Wohnung","type":"object","additionalProperties":false,"x-fieldNumber":11,"properties":{}} }
            """);

        Assert.Equal(["/person/ort", "/person/land"], form.FieldsNumbered(9));
        Assert.Equal(["/wohnung"], form.FieldsNumbered(11));
        Assert.Empty(form.FieldsNumbered(5));
        Assert.Equal([4, 9, 11], form.FieldNumbers);
    }

    [Fact]
    public void A_pointer_leads_to_a_field_or_it_does_not()
    {
        var form = Object("""
            "properties":{"a":{"title":"A","type":"object","additionalProperties":false,"properties":{"b":{"title":"B","type":"string"}}},
              "c":{"title":"C","type":"array","maxItems":2,"items":{"type":"string"}}}
            """);

        Assert.True(form.HasField("/a"));
        Assert.True(form.HasField("/a/b"));
        Assert.True(form.HasField("/c/0"));
        Assert.False(form.HasField("/a/c"));
        Assert.False(form.HasField("/a/b/c"));
        Assert.False(form.HasField("a"));
        Assert.False(form.HasField(""));
    }
}
