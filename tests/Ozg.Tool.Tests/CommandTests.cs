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

        Assert.Equal(2, code);
        Assert.Contains("hundesteuer-anmeldung", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_tells_what_all_share_when_asked_for_another_standard()
    {
        var (code, said) = Run("process", "draw", "standard", "katzensteuer", "--svg", "cat.svg");

        Assert.Equal(2, code);
        Assert.Contains("hundesteuer-anmeldung, meldebescheinigung", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6411000")]
    [InlineData("Darmstatt")]
    [InlineData("darmstadt")]
    public void A_Kommune_that_was_mistyped_or_named_is_suggested(string written)
    {
        var (code, said) = Run("catalogue", "show", written, "sperrmuell");

        Assert.Equal(2, code);
        Assert.EndsWith("Did you mean 06411000 Darmstadt?", said.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("process", "draw", "06411000", "hundesteuer-anmeldung")]
    [InlineData("catalogue", "show", "06411000")]
    [InlineData("catalogue", "lnit")]
    [InlineData("simulate", "06411000", "sperrmuell", "--outcome", "fly")]
    public void Wrong_arguments_end_with_2_as_whatever_could_not_be_done(params string[] arguments) => Assert.Equal(2, Run(arguments).Code);

    [Fact]
    public void A_file_that_cannot_be_written_is_told_without_a_stack_trace()
    {
        var (code, said) = Run("process", "draw", "06411000", "sperrmuell", "--svg", Directory.CreateTempSubdirectory().FullName);

        Assert.Equal(2, code);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_deletes_nothing_in_a_folder_that_holds_no_Leitfaden()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var own = Path.Combine(folder, "minutes.txt");
        File.WriteAllText(own, "ours");

        var (code, said) = Run("leitfaden", "build", "--out", folder);

        Assert.Equal(2, code);
        Assert.Contains("would be deleted", said, StringComparison.Ordinal);
        Assert.Equal([own], Directory.GetFiles(folder));
    }

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

        Assert.Equal(2, code);
        Assert.Contains("--catalogue", said, StringComparison.Ordinal);
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = 200;
        string[] all = arguments.Contains("--catalogue") ? arguments : [.. arguments, "--catalogue", Path.Combine(Arrange.Root, "catalogue")];
        var code = OzgCommand.Run(console, Arrange.Clock, all, new() { Error = said, Output = said });
        return (code, said.ToString());
    }
}
