using System.CommandLine;
using Ozg.Core.Kommunen;
using Ozg.Platform.Catalogue;
using Spectre.Console;

namespace Ozg.Tool;

/// <summary>The catalogue that a command works on, as the option <c>--catalogue</c> names it.</summary>
internal sealed class CatalogueSource(IAnsiConsole console, TimeProvider clock)
{
    public Option<DirectoryInfo> Folder { get; } = new("--catalogue")
    {
        Description = "The catalogue's folder.",
        DefaultValueFactory = _ => new DirectoryInfo("catalogue"),
        Recursive = true,
    };

    /// <summary>Runs a command with the catalogue; with 1, and every mistake by file and line, where it has mistakes.</summary>
    public int Use(ParseResult parsed, Func<Core.Catalogue.Catalogue, int> command)
    {
        var folder = parsed.GetValue(Folder)!;
        if (!folder.Exists)
        {
            console.MarkupLineInterpolated($"[red]There is no folder '{folder.FullName}'.[/] Name the catalogue's with --catalogue.");
            return 1;
        }

        try
        {
            return command(CatalogueFolder.Load(folder.FullName, LegalTime.DayOf(clock.GetUtcNow())));
        }
        catch (CatalogueException exception)
        {
            foreach (var mistake in exception.Mistakes)
                console.WriteLine(mistake.ToString());
            return 1;
        }
    }
}
