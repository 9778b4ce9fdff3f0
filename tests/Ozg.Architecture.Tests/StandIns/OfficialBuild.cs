using System.Xml.Linq;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>What <c>OfficialPackages=true</c> changes, read from the build files.</summary>
internal static class OfficialBuild
{
    /// <summary>Packages that a build file references only when the property is true.</summary>
    public static IEnumerable<string> PackageReferences(XDocument buildFile) =>
        from reference in buildFile.Descendants("PackageReference")
        where reference.AncestorsAndSelf().Any(element => IsOfficialOnly((string?)element.Attribute("Condition") ?? ""))
        select (string)reference.Attribute("Include")!;

    public static IEnumerable<string> PackageVersions(XDocument packagesFile) =>
        from version in packagesFile.Descendants("PackageVersion")
        where !string.IsNullOrEmpty((string?)version.Attribute("Version"))
        select (string)version.Attribute("Include")!;

    private static bool IsOfficialOnly(string condition) =>
        condition.Replace(" ", "", StringComparison.Ordinal).Contains("'$(OfficialPackages)'=='true'", StringComparison.Ordinal);
}
