using System.Xml.Linq;

namespace Ozg.Architecture.Tests.Layers;

/// <param name="Path">From the root, with slashes: <c>shared/Ozg.Core/Ozg.Core.csproj</c>.</param>
/// <param name="Xml">The project file.</param>
internal sealed record Project(string Path, XDocument Xml)
{
    /// <summary>Every one in the repository.</summary>
    public static IReadOnlyList<Project> All { get; } =
        [.. Repository.Files("*.csproj").Select(path => new Project(path, Repository.Xml(path)))];

    /// <summary>Paths of the projects that it references itself.</summary>
    public IEnumerable<string> ProjectReferences => Includes("ProjectReference").Select(FromRoot);

    public IEnumerable<string> PackageReferences => Includes("PackageReference");

    public IEnumerable<string> FrameworkReferences => Includes("FrameworkReference");

    /// <summary>It compiles against the stand-ins, or the packages that they stand for.</summary>
    public bool UsesFunctionsApi => Xml.Descendants("UsesFunctionsApi").Any(property => property.Value.Trim() == "true");

    /// <summary>Package references with a version of their own, which only the central file may have.</summary>
    public IEnumerable<string> OwnVersions =>
        from reference in Xml.Descendants("PackageReference")
        where reference.Attributes().Any(attribute => IsVersion(attribute.Name)) || reference.Elements().Any(element => IsVersion(element.Name))
        select $"{Path} gives {(string?)reference.Attribute("Include")} a version; Directory.Packages.props has them";

    private static bool IsVersion(XName name) => name.LocalName is "Version" or "VersionOverride";

    private IEnumerable<string> Includes(string item) =>
        Xml.Descendants(item).Select(element => (string?)element.Attribute("Include")).OfType<string>();

    private string FromRoot(string reference)
    {
        var folder = new Uri(new Uri("file:///"), Path);
        return new Uri(folder, reference.Replace('\\', '/')).AbsolutePath[1..];
    }
}
