using System.CommandLine;
using Ozg.Core.Kommunen;
using Ozg.Platform.Catalogue;
using Ozg.Tool.Output;
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
        var folder = parsed.GetValue(Folder)!.ToString();
        if (!IsThere(folder))
            return ExitCodes.Unusable;

        try
        {
            return command(CatalogueFolder.Read(folder, LegalTime.DayOf(clock.GetUtcNow())).WithoutMistakes());
        }
        catch (CatalogueException exception)
        {
            console.Lines(exception.Mistakes.Select(mistake => Places.In(folder, mistake)));
            return ExitCodes.Found;
        }
    }

    /// <summary>Whether there is such a folder; it is told when there is not.</summary>
    public bool IsThere(string folder)
    {
        if (Directory.Exists(folder))
            return true;
        console.Lines($"There is no folder '{Path.GetFullPath(folder)}'. Name the catalogue's, usually with --catalogue.");
        return false;
    }
}
