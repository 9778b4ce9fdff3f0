using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ozg.Architecture.Tests.Layers;

public partial class BuildFileTests
{
    [Fact]
    public void Package_versions_stand_in_one_file()
    {
        var shared = new[] { "*.props", "*.targets" }.SelectMany(pattern => Repository.Files(pattern))
            .Select(path => new Project(path, Repository.Xml(path)));

        Expect.None(Project.All.Concat(shared).SelectMany(project => project.OwnVersions));
    }

    [Theory]
    [InlineData("<PackageReference Include='xunit' Version='2.9.3' />")]
    [InlineData("<PackageReference Include='xunit' VersionOverride='2.9.3' />")]
    [InlineData("<PackageReference Include='xunit'><Version>2.9.3</Version></PackageReference>")]
    public void A_version_elsewhere_is_refused(string item) =>
        Assert.Single(new Project("tests/Sample.csproj", XDocument.Parse($"<Project>{item}</Project>")).OwnVersions);

    [Fact]
    public void Both_builds_compile_the_same_functions() =>
        Expect.None(Repository.Files("*.cs", "functions").SelectMany(file => Conditions(Repository.Text(file)).Select(line => $"{file}: {line}")));

    [Theory]
    [InlineData("#if OFFICIAL_PACKAGES", 1)]
    [InlineData("    # if DEBUG\n    #elif RELEASE\n    #endif", 1)]
    [InlineData("[Conditional(\"DEBUG\")]", 0)]
    [InlineData("// see #if in the other file\n#pragma warning disable CS0618", 0)]
    public void A_condition_in_the_source_is_found(string source, int found) => Assert.Equal(found, Conditions(source).Count());

    private static IEnumerable<string> Conditions(string source) => If().Matches(source).Select(match => match.Value.Trim());

    [GeneratedRegex(@"^[ \t]*#[ \t]*if\b.*$", RegexOptions.Multiline)]
    private static partial Regex If();
}
