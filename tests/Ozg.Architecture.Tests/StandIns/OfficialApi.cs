using System.Text.RegularExpressions;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>The listings in <c>ApiBaseline/</c>: what the official packages declare.</summary>
internal sealed partial class OfficialApi
{
    private readonly HashSet<ApiLine> _lines;
    private readonly ILookup<string, ApiLine> _byType;
    private readonly ILookup<string, string> _packagesOfType;

    /// <param name="packages">A package's name, and its lines.</param>
    public OfficialApi(IEnumerable<(string Package, IEnumerable<ApiLine> Lines)> packages)
    {
        var all = packages.SelectMany(package => package.Lines.Select(line => (package.Package, Line: line))).ToList();
        _lines = [.. all.Select(entry => entry.Line)];
        _byType = _lines.ToLookup(line => line.Type);
        _packagesOfType = all.ToLookup(entry => entry.Line.Type, entry => entry.Package);
    }

    public static OfficialApi Load(Func<ApiLine, ApiLine> normalize) => new(
        from file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "ApiBaseline"), "*.txt")
        let text = File.ReadAllLines(file)
        select (PackageName().Match(text[0]).Groups["name"].Value, text.Skip(1).Select(line => normalize(new ApiLine(line)))));

    public bool Has(ApiLine line) => _lines.Contains(line);

    public IEnumerable<ApiLine> LinesOf(string type) => _byType[type];

    public IEnumerable<string> PackagesOf(string type) => _packagesOfType[type].Distinct();

    /// <summary>The official lines that somebody who wrote <paramref name="line"/> may have meant.</summary>
    public IEnumerable<ApiLine> Nearest(ApiLine line)
    {
        var ofType = _byType[line.Type].ToList();
        var sameName = ofType.Where(official => official.Kind == line.Kind && official.Member == line.Member).ToList();
        if (ofType.Count > 0)
            return sameName.Count > 0 ? sameName : ofType.Where(official => official.Kind == line.Kind);

        var name = line.Type.Split('.').Last();
        return _lines.Where(official => official.IsType && official.Type.EndsWith("." + name, StringComparison.Ordinal));
    }

    [GeneratedRegex("^# package: (?<name>[^;]+);")]
    private static partial Regex PackageName();
}
