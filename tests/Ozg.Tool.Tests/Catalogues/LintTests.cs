using System.Text.Json;

namespace Ozg.Tool.Tests.Catalogues;

public sealed class LintTests : IDisposable
{
    private readonly TestCatalogue _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Fact]
    public void A_sound_catalogue_is_summed_up_in_one_line()
    {
        var (exitCode, lines) = Tool.Run("catalogue", "lint", _catalogue.Folder);

        Assert.Equal(0, exitCode);
        Assert.Equal(["2 Kommunen, 1 Leistungen, 2 offers: no mistakes"], lines);
    }

    [Fact]
    public void Every_mistake_is_told_with_file_and_line_and_ends_with_1()
    {
        _catalogue.Replace(TestCatalogue.Town, "group: bauamt", "group: bauampt").Replace(TestCatalogue.Village, "[stellungnahmen]", "[stellungnahme]");

        var (exitCode, lines) = Tool.Run("catalogue", "lint", _catalogue.Folder);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{_catalogue.Folder}/{TestCatalogue.Town}:{_catalogue.LineOf(TestCatalogue.Town, "bauampt")}: ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{_catalogue.Folder}/{TestCatalogue.Village}:{_catalogue.LineOf(TestCatalogue.Village, "stellungnahme]")}: ", lines[1], StringComparison.Ordinal);
        Assert.Equal("2 Kommunen, 0 Leistungen, 0 offers: 2 mistakes", lines[2]);
    }

    [Fact]
    public void What_has_to_be_verified_is_told_on_request_and_is_no_mistake()
    {
        var (exitCode, lines) = Tool.Run("catalogue", "lint", "--catalogue", _catalogue.Folder, "--all");

        Assert.Equal(0, exitCode);
        Assert.Contains(lines, line => line.Contains("LeiKa key 99000000000000 is unverified", StringComparison.Ordinal));
        Assert.Contains($"{_catalogue.Folder}/{TestCatalogue.Leistung}:{_catalogue.LineOf(TestCatalogue.Leistung, "fee:")}: to verify: The fee is a sample: put in what the by-law says.", lines);
    }

    [Fact]
    public void Machines_get_json()
    {
        _catalogue.Replace(TestCatalogue.Town, "group: bauamt", "group: bauampt");

        var (exitCode, lines) = Tool.Run("catalogue", "lint", _catalogue.Folder, "--json");

        using var report = JsonDocument.Parse(string.Join('\n', lines));
        var mistake = Assert.Single(report.RootElement.GetProperty("mistakes").EnumerateArray());
        Assert.Equal((1, TestCatalogue.Town), (exitCode, mistake.GetProperty("file").GetString()));
    }

    [Fact]
    public void A_folder_that_is_no_catalogue_has_mistakes()
    {
        var (exitCode, lines) = Tool.Run("catalogue", "lint", Path.Combine(_catalogue.Folder, "leistungen"));

        Assert.Equal(1, exitCode);
        Assert.Contains(lines, line => line.EndsWith("/kommunen: There is no such folder; every catalogue has one.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("catalogue", "lint", "nowhere")]
    [InlineData("catalogue", "diff", ".", "nowhere")]
    [InlineData("catalogue", "diff", "nowhere", ".")]
    public void A_folder_that_is_not_there_is_told_and_nothing_else(params string[] arguments)
    {
        var (exitCode, lines) = Tool.Run(arguments);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("There is no folder", Assert.Single(lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_commands_tell_the_mistakes_as_lint_does()
    {
        _catalogue.Replace(TestCatalogue.Town, "group: bauamt", "group: bauampt");

        var (exitCode, lines) = Tool.Run("catalogue", "show", "06411000", "test", "--catalogue", _catalogue.Folder);

        Assert.Equal((1, Tool.Run("catalogue", "lint", _catalogue.Folder).Lines[0]), (exitCode, Assert.Single(lines)));
    }
}
