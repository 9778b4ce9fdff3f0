namespace Ozg.Architecture.Tests.Layers;

/// <summary><c>Ozg.Core ← Ozg.Platform ← functions ← local-host</c>; web knows the core alone, tools the catalogue's loader too (docs/adr/0007).</summary>
internal static class Arrows
{
    private const string Core = "shared/Ozg.Core/";
    private const string Platform = "shared/Ozg.Platform/";
    private const string Functions = "functions/";

    // What a project in a folder may reference, by the beginnings of paths. Those who measure may reference what they measure.
    private static readonly (string Folder, string[] May)[] Allowed =
    [
        (Core, []),
        (Platform, [Core]),
        (Functions, [Core, Platform]),
        ("local-host/api-standins/", []),
        ("local-host/Ozg.LocalHost/", [Core, Platform, Functions]),
        ("web/", [Core]),
        ("tools/", [Core, Platform]),
        ("tests/", [""]),
        ("bench/", [""]),
    ];

    // What the outside world is made of: pure code needs none of it.
    private static readonly string[] Outside =
        ["Azure.", "Microsoft.Azure.", "Microsoft.DurableTask", "Microsoft.AspNetCore", "Microsoft.Data.Sqlite", "Microsoft.Extensions.Azure"];

    private static readonly string[] FunctionsApi = ["Microsoft.Azure.Functions", "Microsoft.DurableTask"];

    public static IEnumerable<string> Breaches(IEnumerable<Project> projects) => projects.SelectMany(Breaches);

    /// <summary>The core's assembly: nothing of ours, nothing of the outside world.</summary>
    public static IEnumerable<string> CoreBreaches(AssemblyUse assembly) =>
        from reference in assembly.References
        where IsIn(reference, ["Ozg.", .. Outside])
        select $"{assembly.Name} references {reference}";

    /// <summary>The platform sends messages, but knows neither functions nor orchestrations.</summary>
    public static IEnumerable<string> PlatformBreaches(AssemblyUse assembly) =>
        (from reference in assembly.References
         where IsIn(reference, ["Ozg."]) && reference is not ("Ozg.Core" or "Ozg.ApiStandins")
         select $"{assembly.Name} references {reference}")
        .Concat(
            from type in assembly.Types
            where IsIn(type, FunctionsApi)
            select $"{assembly.Name} names {type}");

    private static IEnumerable<string> Breaches(Project project)
    {
        var (folder, may) = Allowed.FirstOrDefault(rule => IsIn(project.Path, [rule.Folder]));
        if (folder is null)
            return [$"{project.Path} is in no folder of the house"];

        return project.ProjectReferences.Where(reference => !IsIn(reference, may))
            .Concat(folder == Core ? WaysOutside(project) : [])
            .Select(reference => $"{project.Path} references {reference}");
    }

    private static IEnumerable<string> WaysOutside(Project project) =>
        project.PackageReferences.Concat(project.FrameworkReferences).Where(reference => IsIn(reference, Outside))
            .Concat(project.UsesFunctionsApi ? ["the Functions API"] : []);

    private static bool IsIn(string name, string[] beginnings) =>
        beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal));
}
