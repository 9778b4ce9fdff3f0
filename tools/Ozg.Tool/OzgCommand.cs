using System.CommandLine;
using Ozg.Tool.Drawing;
using Ozg.Tool.Guide;
using Spectre.Console;

namespace Ozg.Tool;

/// <summary>The command line <c>ozg</c>: a command a file, gathered here.</summary>
internal static class OzgCommand
{
    /// <param name="console">Where commands write.</param>
    /// <param name="clock">Tells the day for which the catalogue's examples have to be valid.</param>
    public static RootCommand Create(IAnsiConsole console, TimeProvider clock)
    {
        var catalogue = new CatalogueSource(console, clock);
        return new RootCommand("Works on the shared catalogue of processes: pictures and the Leitfaden.")
        {
            catalogue.Folder,
            new Command("process", "Processes of the catalogue.") { DrawCommand.Create(console, catalogue) },
            new Command("leitfaden", "The guide to the processes.") { BuildCommand.Create(console, catalogue) },
        };
    }
}
