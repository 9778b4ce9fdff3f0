using static Ozg.Core.Tests.Forms.ArrangeForm;

namespace Ozg.Core.Tests.Forms;

/// <summary>What a single field takes.</summary>
public sealed class FieldValueTests
{
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
}
