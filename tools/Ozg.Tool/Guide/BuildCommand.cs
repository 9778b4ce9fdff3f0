using System.CommandLine;
using Spectre.Console;

namespace Ozg.Tool.Guide;

/// <summary><c>ozg leitfaden build</c>: writes the Leitfaden, or says what of it is out of date.</summary>
internal static class BuildCommand
{
    public static Command Create(IAnsiConsole console, CatalogueSource catalogue)
    {
        var command = new Command("build", "Writes the Leitfaden from the catalogue.");
        command.SetAction(parsed => catalogue.Use(parsed, _ => 0));
        return command;
    }
}
