using Ozg.Tool.Guide;
using Spectre.Console;

namespace Ozg.Tool.Tests;

public sealed class CommandTests
{
    [Fact]
    public void Draw_writes_both_files()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;

        var (code, _) = Run("process", "draw", "06411000", "hundesteuer-anmeldung", "--svg", Path.Combine(folder, "dog.svg"), "--bpmn", Path.Combine(folder, "dog.bpmn"));

        Assert.Equal(0, code);
        Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder, "dog.svg")), StringComparison.Ordinal);
        Assert.Contains("<bpmn:definitions", File.ReadAllText(Path.Combine(folder, "dog.bpmn")), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_tells_what_there_is_when_asked_for_something_else()
    {
        var (code, said) = Run("process", "draw", "06411000", "katzensteuer", "--svg", "cat.svg");

        Assert.Equal(1, code);
        Assert.Contains("hundesteuer-anmeldung", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_without_a_file_is_refused() => Assert.Equal(1, Run("process", "draw", "06411000", "hundesteuer-anmeldung").Code);

    [Fact]
    public void Build_writes_what_check_then_finds_in_order()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory().FullName, "leitfaden");

        var before = Run("leitfaden", "build", "--out", folder, "--check");
        var build = Run("leitfaden", "build", "--out", folder);
        var after = Run("leitfaden", "build", "--out", folder, "--check");

        Assert.Equal((1, 0, 0), (before.Code, build.Code, after.Code));
        Assert.Contains(BuildCommand.Mend, before.Said.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_catalogue_that_is_not_there_is_said_so()
    {
        var (code, said) = Run("--catalogue", "nowhere", "leitfaden", "build");

        Assert.Equal(1, code);
        Assert.Contains("--catalogue", said, StringComparison.Ordinal);
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = 200;
        string[] all = arguments.Contains("--catalogue") ? arguments : [.. arguments, "--catalogue", Path.Combine(Arrange.Root, "catalogue")];
        var code = OzgCommand.Create(console, Arrange.Clock).Parse(all).Invoke(new() { Error = said, Output = said });
        return (code, said.ToString());
    }
}
