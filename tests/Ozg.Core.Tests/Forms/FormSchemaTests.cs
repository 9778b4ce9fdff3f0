using Ozg.Core.Forms;
using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

public sealed class FormSchemaTests
{
    [Fact]
    public void A_required_field_that_is_absent_is_told_with_pointer_and_label()
    {
        var form = Object("""
            "required":["name"], "properties":{"name":{"title":"Name","type":"string"}}
            """);

        Assert.Equal([new FieldError("#/name", "required", "Name")], form.Validate(Json("{}"), Today));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"   \"")]
    [InlineData("\"\\u00A0\"")]
    public void A_required_text_that_is_blank_counts_as_absent(string blank)
    {
        var form = Object("""
            "required":["name"], "properties":{"name":{"title":"Name","type":"string","pattern":"^x$"}}
            """);

        var error = Assert.Single(form.Validate(Json($$"""{"name":{{blank}}}"""), Today));

        Assert.Equal("required", error.Code);
    }

    [Fact]
    public void All_errors_come_at_once_in_the_order_of_the_form()
    {
        var form = Object("""
            "properties":{
              "a":{"title":"A","type":"integer","maximum":3},
              "b":{"title":"B","type":"object","additionalProperties":false,"properties":{"c":{"title":"C","type":"boolean"}}} }
            """);

        var errors = form.Validate(Json("""{"x":1,"b":{"c":"ja"},"a":4}"""), Today);

        Assert.Equal([("#/a", "maximum"), ("#/b/c", "type"), ("#/x", "unknown-field")], errors.Select(error => (error.Pointer, error.Code)));
        Assert.Equal("3", errors[0].Limit);
    }

    [Fact]
    public void The_same_name_twice_is_refused()
    {
        var form = With("\"type\":\"integer\"");

        var error = Assert.Single(form.Validate(Json("""{"feld":1,"feld":2}"""), Today));

        Assert.Equal(("#/feld", "duplicate-field"), (error.Pointer, error.Code));
    }

    [Fact]
    public void A_pointer_is_a_uri_fragment_whatever_the_name_holds()
    {
        var error = Assert.Single(With("\"type\":\"string\"").Validate(Json("""{"a/b~ä \"":1}"""), Today));

        Assert.Equal("#/a~1b~0%C3%A4%20%22", error.Pointer);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    public void What_is_no_object_is_no_application(string json) =>
        Assert.Equal([new FieldError("#", "type", null)], With("\"type\":\"string\"").Validate(Json(json), Today));

    [Fact]
    public void A_name_of_half_a_surrogate_pair_is_refused() =>
        Assert.Equal([new FieldError("#", "characters")], With("\"type\":\"string\"").Validate(Json("""{"\ud800":1}"""), Today));

    [Fact]
    public void A_required_text_of_line_breaks_counts_as_absent()
    {
        var form = Object("""
            "required":["text"], "properties":{"text":{"title":"Text","type":"string","x-multiline":true,"maxLength":20}}
            """);

        Assert.Equal("required", Assert.Single(form.Validate(Json("""{"text":"\n \r\n"}"""), Today)).Code);
    }

    [Fact]
    public void What_a_condition_demands_is_told_with_the_label_of_the_main_schema()
    {
        var form = Object("""
            "properties":{ "digital":{"title":"Digital","type":"boolean"}, "email":{"title":"E-Mail","type":"string"}, "brief":{"title":"Brief","type":"string"} },
              "if":{"properties":{"digital":{"const":true}},"required":["digital"]}, "then":{"required":["email"]}, "else":{"properties":{"brief":{"maxLength":2}}}
            """);

        Assert.Equal([new FieldError("#/email", "required", "E-Mail")], form.Validate(Json("""{"digital":true,"brief":"lang"}"""), Today));
        Assert.Equal([new FieldError("#/brief", "too-long", "Brief", "2")], form.Validate(Json("""{"digital":false,"brief":"lang"}"""), Today));
        Assert.Empty(form.Validate(Json("{}"), Today));
    }

    [Fact]
    public void No_more_errors_are_told_than_anybody_mends()
    {
        var strangers = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"x{number}\":1"));

        Assert.Equal(FormSchema.MaxErrors, With("\"type\":\"string\"").Validate(Json($"{{{strangers}}}"), Today).Count);
    }
}
