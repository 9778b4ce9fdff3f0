using Ozg.Core.Catalogue;
using Ozg.Tool.Drawing;

namespace Ozg.Tool.Guide;

/// <summary>The Leitfaden as files: the same catalogue, the same bytes.</summary>
internal static class Leitfaden
{
    private const string Start = "index";
    private const string Style = "leitfaden.css";

    /// <summary>The text of every file, by its path below the Leitfaden's folder, with slashes.</summary>
    public static SortedDictionary<string, string> Build(Catalogue catalogue)
    {
        var services = Service.All(catalogue);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [Style] = Template.Read(Style) };
        Add(files, Start, Programme.Of(catalogue, services));
        foreach (var service in services)
        {
            Add(files, service.Leistung.Id, Chapter.Of(service));
            foreach (var drawn in new[] { service.Standard, service.Small.Drawn, service.Large.Drawn })
            {
                var picture = drawn.Picture();
                files[$"{Chapter.Pictures}{drawn.Id}.svg"] = SvgWriter.Write(picture);
                files[$"{Chapter.Pictures}{drawn.Id}.bpmn"] = BpmnWriter.Write(picture);
            }
        }

        return files;
    }

    /// <summary>Whether nothing but a Leitfaden is in a folder, so that what it does not have may be deleted.</summary>
    public static bool MayFill(string folder) =>
        !Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any() || File.Exists(Path.Combine(folder, Style));

    /// <summary>What in a folder is not as it would be written now: paths below it, each once.</summary>
    public static IReadOnlyList<string> Stale(string folder, IReadOnlyDictionary<string, string> files)
    {
        var there = Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).ToList()
            : [];
        return [.. there.Concat(files.Keys).Distinct().Order(StringComparer.Ordinal)
            .Where(path => !there.Contains(path) || !files.TryGetValue(path, out var text) || File.ReadAllText(Path.Combine(folder, path)) != text)];
    }

    private static void Add(SortedDictionary<string, string> files, string name, string markdown)
    {
        files[$"{name}.md"] = markdown;
        files[$"{name}.html"] = Page.Of(markdown[2..markdown.IndexOf('\n', StringComparison.Ordinal)], markdown);
    }
}
