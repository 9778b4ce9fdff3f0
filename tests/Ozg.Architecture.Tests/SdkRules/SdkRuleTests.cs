using System.Reflection;
using System.Text.RegularExpressions;
using Ozg.Architecture.Tests.SdkRules.Samples;

namespace Ozg.Architecture.Tests.SdkRules;

public partial class SdkRuleTests
{
    private static readonly FunctionApp Ours = new(Assembly.Load("Ozg.Functions").GetTypes());

    private static readonly Type[] Refused =
        [.. typeof(SignatureSamples).GetNestedTypes(BindingFlags.NonPublic), .. typeof(OrchestratorSamples).GetNestedTypes(BindingFlags.NonPublic)];

    public static TheoryData<string> Rules => [.. SdkRule.All.Select(rule => rule.Id)];

    public static TheoryData<string> Samples => [.. Refused.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Our_functions_keep_the_rule(string rule) => Expect.None(Breaches(Ours, rule));

    // The samples beside this file are hidden classes on purpose, so this is no rule of theirs.
    [Fact]
    public void Every_class_with_functions_is_public_or_the_generator_would_pass_it_over() =>
        Assert.All(
            typeof(Ozg.Functions.OzgFunctions).Assembly.GetTypes()
                .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute), inherit: false))),
            type => Assert.True(type.IsVisible, type.FullName));

    [Fact]
    public void Every_function_in_the_sources_is_found()
    {
        var written = Repository.Files("*.cs", "functions").Sum(file => FunctionAttribute().Count(Repository.Text(file)));

        Assert.Equal(written, Ours.Functions.Count);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_function_that_breaks_a_rule_is_refused_for_that_one(string sample)
    {
        var type = Refused.Single(refused => refused.Name == sample);
        var app = new FunctionApp([type]);

        var broken = SdkRule.All.Where(rule => rule.Breaches(app).Any()).Select(rule => rule.Id);

        Assert.Equal([type.GetCustomAttribute<BreaksAttribute>()!.Rule], broken);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_function_that_breaks_it(string rule) =>
        Assert.Contains(Refused, sample => sample.GetCustomAttribute<BreaksAttribute>()!.Rule == rule);

    [Theory]
    [MemberData(nameof(Rules))]
    public void What_is_allowed_is_not_refused(string rule) =>
        Expect.None(Breaches(new FunctionApp([typeof(KeepsTheRules)]), rule));

    private static IEnumerable<string> Breaches(FunctionApp app, string rule) =>
        SdkRule.All.Single(one => one.Id == rule).Breaches(app);

    [GeneratedRegex(@"^\s*\[(\w+(\(.*\))?, )*Function\(", RegexOptions.Multiline)]
    private static partial Regex FunctionAttribute();
}
