using System.CommandLine;
using Ozg.Tool.Catalogues;
using Ozg.Tool.Diff;
using Ozg.Tool.Drawing;
using Ozg.Tool.Guide;
using Ozg.Tool.Rehearsal;
using Ozg.Tool.Simulation;
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
        return new RootCommand("Works on the shared catalogue of processes: lints and compares it, plays cases, draws pictures, makes the Leitfaden.")
        {
            catalogue.Folder,
            new Command("catalogue", "The catalogue itself.") { LintCommand.Create(console, clock, catalogue), ShowCommand.Create(console, catalogue), DiffCommand.Create(console, clock) },
            SimulateCommand.Create(console, clock, catalogue),
            RehearseCommand.Create(console, clock, catalogue),
            new Command("process", "Processes of the catalogue.") { DrawCommand.Create(console, catalogue) },
            new Command("leitfaden", "The guide to the processes.") { BuildCommand.Create(console, catalogue) },
        };
    }
}
