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

    [Theory]
    [InlineData("string", "1", "type")]
    [InlineData("string", "null", "type")]
    [InlineData("boolean", "\"true\"", "type")]
    [InlineData("boolean", "true", null)]
    [InlineData("integer", "1", null)]
    [InlineData("integer", "1.0", null)]
    [InlineData("integer", "10e-1", null)]
    [InlineData("integer", "1E2", null)]
    [InlineData("integer", "-0", null)]
    [InlineData("integer", "0.0e99999999999", "number")]
    [InlineData("integer", "1.5", "type")]
    [InlineData("integer", "1.00000000000000000000000000000001", "number")]
    [InlineData("integer", "1e-40", "number")]
    [InlineData("integer", "1e400", "number")]
    [InlineData("integer", "\"1\"", "type")]
    [InlineData("number", "1.25", null)]
    [InlineData("number", "123456789012345678901234567890123456789012345678901234567890123456789", "number")]
    public void Types_are_json_schemas(string type, string value, string? code) =>
        Assert.Equal(code, With($"\"type\":\"{type}\"").Code(value));

    [Fact]
    public void Lengths_are_counted_in_code_points_after_nfc()
    {
        var form = With("\"type\":\"string\",\"minLength\":2,\"maxLength\":3");

        Assert.Null(form.Code("\"Mu\\u0308l\"")); // ü from two
        Assert.Null(form.Code("\"\\uD835\\uDD0A\\uD835\\uDD0A\\uD835\\uDD0A\"")); // three of two units each
        Assert.Equal([new FieldError("#/feld", "too-short", "Feld", "2")], form.Errors("\"u\\u0308\""));
        Assert.Equal([new FieldError("#/feld", "too-long", "Feld", "3")], form.Errors("\"abcd\""));
    }

    [Theory]
    [InlineData("\"A\\u0000B\"")]
    [InlineData("\"A\\nB\"")]
    [InlineData("\"A\\u202EB\"")]
    [InlineData("\"\\uD800\"")]
    [InlineData("\"\\uFFFE\"")]
    [InlineData("\"\\uE000\"")]
    [InlineData("\"a\\u2028b\"")]
    public void Characters_that_only_do_harm_are_refused_in_every_text(string value) =>
        Assert.Equal("characters", With("\"type\":\"string\"").Code(value));

    [Fact]
    public void A_name_of_half_a_surrogate_pair_is_refused() =>
        Assert.Equal([new FieldError("#", "characters")], With("\"type\":\"string\"").Validate(Json("""{"\ud800":1}"""), Today));

    [Fact]
    public void Choices_are_compared_in_nfc()
    {
        var form = With("\"type\":\"string\",\"enum\":[\"männlich\",\"weiblich\"]");

        Assert.Null(form.Code("\"ma\\u0308nnlich\""));
        Assert.Equal("enum", form.Code("\"m\""));
    }

    [Fact]
    public void A_consent_that_is_not_given_is_told()
    {
        var form = With("\"type\":\"boolean\",\"const\":true");

        Assert.Null(form.Code("true"));
        Assert.Equal("const", form.Code("false"));
    }

    [Theory]
    [InlineData("\"2026-11-23\"", null)]
    [InlineData("\"2000-02-29\"", null)]
    [InlineData("\"2026-11-24\"", "not-after")]
    [InlineData("\"1899-12-31\"", "not-before")]
    [InlineData("\"2023-02-29\"", "date")]
    [InlineData("\"23.11.2026\"", "date")]
    [InlineData("\"2026-11-23T00:00:00Z\"", "date")]
    [InlineData("\"٢٠٢٦-11-23\"", "date")]
    public void Dates_are_days_of_the_calendar_within_their_bounds(string value, string? code) =>
        Assert.Equal(code, With("\"type\":\"string\",\"format\":\"date\",\"x-notBefore\":\"1900-01-01\",\"x-notAfter\":\"today\"").Code(value));

    [Theory]
    [InlineData("2026-11-25", "not-before")]
    [InlineData("2026-11-26", null)]
    [InlineData("2027-02-21", null)]
    [InlineData("2027-02-22", "not-after")]
    public void Bounds_move_with_the_day_of_receipt(string day, string? code) =>
        Assert.Equal(code, With("\"type\":\"string\",\"format\":\"date\",\"x-notBefore\":\"today+3d\",\"x-notAfter\":\"today+90d\"").Code($"\"{day}\""));

    [Fact]
    public void A_bound_may_lie_before_today() =>
        Assert.Equal("24.10.2026", Assert.Single(With("\"type\":\"string\",\"format\":\"date\",\"x-notBefore\":\"today-30d\"").Errors("\"2026-10-23\"")).Limit);

    [Fact]
    public void Line_breaks_are_taken_where_a_field_has_several_lines()
    {
        var form = With("\"type\":\"string\",\"x-multiline\":true,\"maxLength\":20");

        Assert.Null(form.Code("\"eins\\r\\nzwei\\n\""));
        Assert.Equal("characters", form.Code("\"eins\\tzwei\""));
        Assert.Equal("characters", form.Code("\"eins\\u2028zwei\""));
    }

    [Fact]
    public void A_required_text_of_line_breaks_counts_as_absent()
    {
        var form = Object("""
            "required":["text"], "properties":{"text":{"title":"Text","type":"string","x-multiline":true,"maxLength":20}}
            """);

        Assert.Equal("required", Assert.Single(form.Validate(Json("""{"text":"\n \r\n"}"""), Today)).Code);
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
    public void A_bound_of_days_is_told_as_one_writes_it_in_German() =>
        Assert.Equal("23.11.2026", Assert.Single(With("\"type\":\"string\",\"format\":\"date\",\"x-notAfter\":\"today\"").Errors("\"2027-01-01\"")).Limit);

    [Fact]
    public void Lists_have_bounds_and_items()
    {
        var form = With("\"type\":\"array\",\"minItems\":1,\"maxItems\":2,\"items\":{\"title\":\"Zahl\",\"type\":\"integer\"}");

        Assert.Equal([new FieldError("#/feld", "too-few", "Feld", "1")], form.Errors("[]"));
        Assert.Equal([new FieldError("#/feld", "too-many", "Feld", "2")], form.Errors("[1,2,3]"));
        Assert.Equal([new FieldError("#/feld/1", "type", "Zahl")], form.Errors("[1,\"2\"]"));
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
