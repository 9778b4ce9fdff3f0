using System.CommandLine;
using Ozg.Tool.Catalogues;
using Ozg.Tool.Diff;
using Ozg.Tool.Drawing;
using Ozg.Tool.Guide;
using Ozg.Tool.Output;
using Ozg.Tool.Rehearsal;
using Ozg.Tool.Simulation;
using Spectre.Console;

namespace Ozg.Tool;

/// <summary>The command line <c>ozg</c>: a command a file, gathered here.</summary>
internal static class OzgCommand
{
    /// <summary>Runs one command.</summary>
    /// <param name="console">Where commands write.</param>
    /// <param name="clock">Tells the day for which the catalogue's examples have to be valid.</param>
    /// <param name="arguments">As the shell hands them over.</param>
    /// <param name="invocation">Where help and wrong arguments are told; null: to the terminal.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IAnsiConsole console, TimeProvider clock, IReadOnlyList<string> arguments, InvocationConfiguration? invocation = null)
    {
        var parsed = Create(console, clock).Parse(arguments);
        invocation ??= new();
        invocation.EnableDefaultExceptionHandler = false;
        try
        {
            var code = parsed.Invoke(invocation);
            return parsed.Errors.Count > 0 ? ExitCodes.Unusable : code;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) // a file that is a folder, a disk that is full
        {
            console.Lines(exception.Message);
            return ExitCodes.Unusable;
        }
    }

    private static RootCommand Create(IAnsiConsole console, TimeProvider clock)
    {
        var catalogue = new CatalogueSource(console, clock);
        return new RootCommand("Works on the shared catalogue of processes: lints and compares it, plays cases, draws pictures, makes the Leitfaden.")
        {
            catalogue.Folder,
            new Command("catalogue", "The catalogue itself.") { LintCommand.Create(console, clock, catalogue), ShowCommand.Create(console, catalogue), DiffCommand.Create(console, clock, catalogue) },
            SimulateCommand.Create(console, clock, catalogue),
            RehearseCommand.Create(console, clock, catalogue),
            new Command("process", "Processes of the catalogue.") { DrawCommand.Create(console, catalogue) },
            new Command("leitfaden", "The guide to the processes.") { BuildCommand.Create(console, catalogue) },
        };
    }
}
