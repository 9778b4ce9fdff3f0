using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Ozg.Core;
using Ozg.Core.Expressions;
using Ozg.Core.Forms;

namespace Ozg.Functions.Tests;

/// <summary>Every error that a request can lead to has its words, in both languages; authors of the catalogue get theirs in English.</summary>
public sealed class ProblemTextsTests
{
    private static readonly Assembly[] Ours = [typeof(Error).Assembly, typeof(Platform.PlatformModule).Assembly, typeof(OzgFunctions).Assembly];
    private static readonly Type[] ForAuthors = [typeof(CatalogueMistakes), typeof(MalformedExpression), typeof(Incomputable)];
    private static readonly ResourceManager Words = new("Ozg.Functions.Problems.ProblemTexts", typeof(OzgFunctions).Assembly);

    private static IEnumerable<Type> Errors =>
        Ours.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Error)) && !ForAuthors.Contains(type));

    public static TheoryData<string, string> Codes
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var kind in Errors)
            {
                foreach (var language in new[] { "de", "en" })
                    data.Add(Made(kind).Code, language);
            }

            return data;
        }
    }

    public static TheoryData<string, string> FieldCodeNames
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var code in typeof(FieldCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!))
            {
                foreach (var language in new[] { "de", "en" })
                    data.Add(code, language);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_error_has_a_title_and_says_what_to_do(string code, string language)
    {
        Assert.False(string.IsNullOrEmpty(Find($"{code}.title", language)));
        Assert.False(string.IsNullOrEmpty(Find($"{code}.detail", language)));
    }

    [Fact]
    public async Task Every_category_of_errors_has_a_status_of_its_own()
    {
        var statuses = new Dictionary<Type, int>();
        foreach (var errors in Errors.GroupBy(CategoryOf))
        {
            var context = new DefaultHttpContext();
            var plain = errors.First(kind => kind.GetProperty(nameof(Error.Fields))!.DeclaringType == typeof(Error));
            await Problems.ProblemResult.From(Made(plain)).ExecuteAsync(context);
            statuses[errors.Key] = context.Response.StatusCode;
        }

        Assert.Equal(typeof(Error).GetNestedTypes().ToHashSet(), statuses.Keys.ToHashSet());
        Assert.All(statuses.Values, status => Assert.InRange(status, 400, 599));
        Assert.Equal(statuses.Count, statuses.Values.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(FieldCodeNames))]
    public void A_field_at_fault_has_a_sentence(string code, string language) =>
        Assert.False(string.IsNullOrEmpty(Find($"field.{code}", language)));

    [Theory]
    [InlineData("de", "Fläche: Bitte geben Sie mindestens 0,01 an.")]
    [InlineData("en", "Area: Please give at least 0.01.")]
    public void A_limit_has_the_decimal_sign_of_its_reader(string language, string words) =>
        Assert.Equal(words, Problems.ProblemTexts.Field(new FieldError("#/a", FieldCodes.Minimum, "Fläche", "0.01") { EnglishLabel = "Area" }, CultureInfo.GetCultureInfo(language)));

    // Without the fallback: English must not borrow German words.
    private static string? Find(string key, string language) =>
        Words.GetResourceSet(language == "de" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!.GetString(key);

    private static Type CategoryOf(Type kind) => kind.DeclaringType == typeof(Error) ? kind : CategoryOf(kind.BaseType!);

    private static Error Made(Type kind)
    {
        var constructor = kind.GetConstructors().OrderBy(one => one.GetParameters().Length).First();
        var arguments = constructor.GetParameters().Select(parameter => parameter.ParameterType.IsValueType ? RuntimeHelpers.GetUninitializedObject(parameter.ParameterType) : Sample(parameter.ParameterType));
        return (Error)constructor.Invoke([.. arguments]);
    }

    private static string? Sample(Type type) => type == typeof(string) ? "x" : null;
}
