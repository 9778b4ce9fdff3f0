using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;

namespace Ozg.Core.Tests.Submissions;

/// <summary>What a supplement makes of an application.</summary>
public sealed class SupplementRulesTests
{
    private const string Application = """{"name":"Erika","hund":{"rasse":"Dackel"},"orte":["A","B"]}""";

    [Theory]
    [InlineData("/name", "\"Max\"", """{"name":"Max","hund":{"rasse":"Dackel"},"orte":["A","B"]}""")]
    [InlineData("/hund/chip", "7", """{"name":"Erika","hund":{"rasse":"Dackel","chip":7},"orte":["A","B"]}""")]
    [InlineData("/neu/tief", "true", """{"name":"Erika","hund":{"rasse":"Dackel"},"orte":["A","B"],"neu":{"tief":true}}""")]
    [InlineData("/hund", "null", """{"name":"Erika","orte":["A","B"]}""")]
    [InlineData("/orte/0", "\"C\"", """{"name":"Erika","hund":{"rasse":"Dackel"},"orte":["C","B"]}""")]
    [InlineData("/orte/2", "\"C\"", """{"name":"Erika","hund":{"rasse":"Dackel"},"orte":["A","B","C"]}""")]
    [InlineData("/orte/1", "null", """{"name":"Erika","hund":{"rasse":"Dackel"},"orte":["A"]}""")]
    public void A_field_is_set_added_or_taken_out(string pointer, string value, string expected)
    {
        var patched = SupplementRules.Apply(Json(Application), Fields(pointer, value));

        Assert.Empty(patched.Lost);
        Assert.True(JsonElement.DeepEquals(Json(expected), patched.Application), patched.Application.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("/name/vorname")]
    [InlineData("/orte/3")]
    [InlineData("/orte/-1")]
    [InlineData("/orte/x")]
    [InlineData("/orte/7/x")]
    [InlineData("/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a")]
    public void A_pointer_that_leads_nowhere_changes_nothing(string pointer)
    {
        var patched = SupplementRules.Apply(Json(Application), Fields(pointer, "1"));

        Assert.Equal([pointer], patched.Lost);
        Assert.True(JsonElement.DeepEquals(Json(Application), patched.Application));
    }

    [Fact]
    public void A_deep_value_is_no_surprise()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60));

        Assert.Empty(SupplementRules.Apply(Json(Application), Fields("/a/b/c/d/e/f/g/h/i/j", deep)).Lost);
    }

    [Fact]
    public void The_same_key_is_the_same_supplement_within_a_case_only()
    {
        var (one, other) = (CaseId.Derive(new("06411000"), "x", "1"), CaseId.Derive(new("06411000"), "x", "2"));

        Assert.Equal(SupplementRules.IdOf(one, "key"), SupplementRules.IdOf(one, "key"));
        Assert.NotEqual(SupplementRules.IdOf(one, "key"), SupplementRules.IdOf(other, "key"));
    }

    [Fact]
    public void A_clerks_change_is_one_of_its_task_its_clerk_and_what_it_says()
    {
        var task = TaskId.For(CaseId.Derive(new("06411000"), "x", "1"), "assess", 1);
        var (anna, hash) = (new Actor(new("anna")), SupplementRules.HashOf(Fields("/a", "1")));

        Assert.Equal(SupplementRules.IdOf(task, anna, hash), SupplementRules.IdOf(task, anna, SupplementRules.HashOf(Fields("/a", "1"))));
        Assert.NotEqual(SupplementRules.IdOf(task, anna, hash), SupplementRules.IdOf(task, new(new("bernd")), hash));
        Assert.NotEqual(SupplementRules.IdOf(task, anna, hash), SupplementRules.IdOf(task, anna, SupplementRules.HashOf(Fields("/a", "2"))));
    }

    [Theory]
    [InlineData("/a", "12.5", false)]
    [InlineData("/a", "12.50", false)]
    [InlineData("/a", "6", true)]
    [InlineData("/b", "null", false)]
    [InlineData("/b", "\"x\"", true)]
    [InlineData("/a", "null", true)]
    public void A_change_differs_where_the_value_does(string pointer, string value, bool differs) =>
        Assert.Equal(differs ? 1 : 0, SupplementRules.Differing(Json("""{"a":12.5}"""), Fields(pointer, value)).Count);

    private static Dictionary<string, JsonElement> Fields(string pointer, string value) => new() { [pointer] = Json(value) };

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
