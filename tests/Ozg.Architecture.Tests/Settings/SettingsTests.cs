using System.Reflection;
using System.Text.Json.Nodes;
using Ozg.Functions;
using Ozg.Platform;

namespace Ozg.Architecture.Tests.Settings;

/// <summary>Nobody has to read code to learn what can be set.</summary>
public sealed class SettingsTests
{
    private static readonly Assembly[] Apps = [typeof(PlatformModule).Assembly, typeof(OzgFunctions).Assembly];

    private static readonly IReadOnlyList<string> Sample =
        [.. JsonNode.Parse(Repository.Text("local.settings.sample.json"))!["Values"]!.AsObject().Select(setting => setting.Key)];

    public static TheoryData<string> Keys =>
    [
        .. from options in Apps.SelectMany(app => app.GetTypes())
           where options.GetField("Section")?.GetRawConstantValue() is string
           from property in options.GetProperties()
           where property.CanWrite || property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(IDictionary<,>)
           let section = (string)options.GetField("Section")!.GetRawConstantValue()!
           // The bus's connection string is the section's own value, as the official triggers read it.
           select section == "ServiceBus" && property.Name == "ConnectionString" ? section : $"{section}__{property.Name}",
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_setting_is_in_the_sample(string key) =>
        Assert.Contains(Sample, sample => sample.Equals(key, StringComparison.OrdinalIgnoreCase) || sample.StartsWith($"{key}__", StringComparison.Ordinal));

    // App Service on Linux refuses any other name, or drops what it does not take.
    [Fact]
    public void Every_setting_of_the_sample_has_a_name_that_Linux_takes() =>
        Assert.All(Sample, key => Assert.All(key, sign => Assert.True(char.IsAsciiLetterOrDigit(sign) || sign is '_' or '.', key)));

    [Fact]
    public void Every_setting_of_the_sample_is_explained_in_the_readme()
    {
        var readme = Repository.Text("README.md");

        Assert.All(Sample.Where(key => key != "FUNCTIONS_WORKER_RUNTIME"), key => Assert.All(Explained(key), part => Assert.Contains(part, readme, StringComparison.Ordinal)));
    }

    // What each Kommune may set for itself is explained once, for all names that can stand in the middle.
    private static string[] Explained(string key) => key.Split("__default__") is [var setting, var rest]
        ? [$"`{setting}__<AGS or default>__", $"__{rest.Split("__")[^1]}`"]
        : [$"`{key}`"];
}
