using System.Text.Json;
using CsCheck;
using Ozg.Core.Submissions;

namespace Ozg.Core.Tests.Submissions;

/// <summary>A recipient gets what it may get, and nothing else.</summary>
public sealed class RecipientDataTests
{
    private static readonly Gen<string> Name = Gen.Int[0, 2].Select(index => "abc"[index].ToString());

    private static readonly Gen<string> Pointers = Name.List[1, 3].Select(names => "/" + string.Join('/', names));

    private static readonly Gen<JsonElement> Applications = Objects(Values(depth: 3)).Select(Json);

    [Theory]
    [InlineData("/b", """{"a":1}""")]
    [InlineData("/b/c", """{"a":1,"b":{"d":3}}""")]
    [InlineData("/unknown", """{"a":1,"b":{"c":2,"d":3}}""")]
    [InlineData("", "{}")]
    public void What_is_left_out_is_gone_and_nothing_else(string pointer, string expected) =>
        Assert.Equal(expected, RecipientData.Of(Json("""{"a":1,"b":{"c":2,"d":3}}"""), [pointer], null).GetRawText());

    [Theory]
    [InlineData("/b", """{"b":{"c":2,"d":3}}""")]
    [InlineData("/b/c", """{"b":{"c":2}}""")]
    [InlineData("/unknown", "{}")]
    [InlineData("no pointer", "{}")]
    public void What_alone_is_kept_is_kept_whole(string pointer, string expected) =>
        Assert.Equal(expected, RecipientData.Of(Json("""{"a":1,"b":{"c":2,"d":3}}"""), null, [pointer]).GetRawText());

    [Theory]
    [InlineData("/list/0/secret")]
    [InlineData("/list/secret")]
    public void A_pointer_into_a_list_goes_to_each_item(string pointer) =>
        Assert.Equal("""{"list":[{"open":1},{"open":2}]}""",
            RecipientData.Of(Json("""{"list":[{"open":1,"secret":7},{"secret":8,"open":2}]}"""), [pointer], null).GetRawText());

    [Fact]
    public void Nothing_that_is_left_out_is_found_in_what_remains() =>
        Gen.Select(Applications, Pointers.List[0, 4]).Sample((application, without) =>
        {
            var rest = RecipientData.Of(application, without, null);

            Assert.All(without, pointer => Assert.Empty(Find(rest, [.. JsonPointer.Tokens(pointer)])));
        });

    [Fact]
    public void All_that_may_be_kept_is_kept_and_every_leaf_was_asked_for() =>
        Gen.Select(Applications, Pointers.List[0, 4]).Sample((application, only) =>
        {
            var rest = RecipientData.Of(application, null, only);

            Assert.All(only, pointer => Assert.Equal(Leaves(Find(application, [.. JsonPointer.Tokens(pointer)])), Leaves(Find(rest, [.. JsonPointer.Tokens(pointer)]))));
            var emptied = RecipientData.Of(rest, only, null);
            Assert.Equal(0, Leaves([emptied]));
        });

    private static Gen<string> Values(int depth)
    {
        var number = Gen.Int[0, 9].Select(digit => $"{digit}");
        return depth == 0 ? number : Gen.OneOf(number, Values(depth - 1).List[0, 3].Select(items => $"[{string.Join(',', items)}]"), Objects(Values(depth - 1)));
    }

    private static Gen<string> Objects(Gen<string> inner) =>
        Gen.Select(inner, inner, inner, Gen.Int[0, 7]).Select((a, b, c, which) =>
            $"{{{string.Join(',', new[] { $"\"a\":{a}", $"\"b\":{b}", $"\"c\":{c}" }.Where((_, index) => (which & (1 << index)) != 0))}}}");

    private static List<JsonElement> Find(JsonElement value, string[] path) => value.ValueKind switch
    {
        _ when path.Length == 0 => [value],
        JsonValueKind.Object => value.TryGetProperty(path[0], out var inner) ? Find(inner, path[1..]) : [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(item => Find(item, path))],
        _ => [],
    };

    private static int Leaves(IEnumerable<JsonElement> values) => values.Sum(value => value.ValueKind switch
    {
        JsonValueKind.Object => Leaves(value.EnumerateObject().Select(property => property.Value)),
        JsonValueKind.Array => Leaves(value.EnumerateArray()),
        _ => 1,
    });

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
