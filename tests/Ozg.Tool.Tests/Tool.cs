using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace Ozg.Tool.Tests;

/// <summary>Runs the command line as a shell does.</summary>
internal static class Tool
{
    public static (int ExitCode, string[] Lines) Run(params string[] args)
    {
        using var console = new TestConsole();
        var exitCode = OzgCommand.Run(
            console, new FakeTimeProvider(new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero)), args, new() { Output = console.Profile.Out.Writer, Error = console.Profile.Out.Writer });
        return (exitCode, console.Output.TrimEnd('\n').Split('\n'));
    }
}
