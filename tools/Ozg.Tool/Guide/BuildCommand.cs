using System.CommandLine;
using Ozg.Tool.Output;
using Spectre.Console;

namespace Ozg.Tool.Guide;

/// <summary><c>ozg leitfaden build</c>: writes the Leitfaden, or says what of it is out of date.</summary>
internal static class BuildCommand
{
    /// <summary>What brings a stale Leitfaden up to date.</summary>
    public const string Mend = "dotnet run --project tools/Ozg.Tool -- leitfaden build";

    public static Command Create(IAnsiConsole console, CatalogueSource catalogue)
    {
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "The folder of the Leitfaden. What the catalogue no longer has is deleted from it.",
            DefaultValueFactory = _ => new DirectoryInfo("docs/leitfaden"),
        };
        var check = new Option<bool>("--check") { Description = "Writes nothing; fails when a file is out of date." };
        var command = new Command("build", "Writes the Leitfaden from the catalogue: Markdown, HTML and pictures.") { output, check };
        command.SetAction(parsed => catalogue.Use(parsed, all =>
        {
            var (folder, files) = (parsed.GetValue(output)!.FullName, Leitfaden.Build(all));
            if (!Leitfaden.MayFill(folder))
            {
                console.Lines($"{folder} holds other files, which would be deleted. Name the folder of a Leitfaden, or one that is empty or new.");
                return ExitCodes.Unusable;
            }

            var stale = Leitfaden.Stale(folder, files);
            if (parsed.GetValue(check))
                return Report(console, stale);

            foreach (var path in stale)
                Write(Path.Combine(folder, path), files.GetValueOrDefault(path));
            console.Lines($"{files.Count} files in {folder}, {stale.Count} of them new, changed or deleted");
            return ExitCodes.Fine;
        }));
        return command;
    }

    private static int Report(IAnsiConsole console, IReadOnlyList<string> stale)
    {
        if (stale.Count == 0)
            return ExitCodes.Fine;

        console.Lines([.. stale.Select(path => $"out of date: {path}"), $"Run: {Mend}"]);
        return ExitCodes.Found;
    }

    private static void Write(string path, string? text)
    {
        if (text is null)
        {
            File.Delete(path);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
