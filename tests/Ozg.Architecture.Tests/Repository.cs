using System.Xml.Linq;

namespace Ozg.Architecture.Tests;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", "node_modules", ".git", ".ozg"];

    public static string Root { get; } = FindRoot();

    public static XDocument Xml(string path) => XDocument.Load(Path.Combine(Root, path));

    /// <summary>Paths from the root, with slashes; nothing generated.</summary>
    public static IEnumerable<string> Files(string pattern, string folder = "") =>
        FilesIn(new DirectoryInfo(Path.Combine(Root, folder)), pattern)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(
            from inner in folder.EnumerateDirectories()
            where !Generated.Contains(inner.Name)
            from file in FilesIn(inner, pattern)
            select file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OzgFunctions.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests read the repository they were built from.");

        return folder.FullName;
    }
}

internal static class Expect
{
    /// <summary>Shows every line, where <c>Assert.Empty</c> cuts them short.</summary>
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.ToList();
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
