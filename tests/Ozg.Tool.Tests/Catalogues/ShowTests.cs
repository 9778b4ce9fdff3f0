using System.Text.Json;

namespace Ozg.Tool.Tests.Catalogues;

public sealed class ShowTests : IDisposable
{
    private readonly TestCatalogue _catalogue = new();

    public void Dispose() => _catalogue.Dispose();

    [Theory]
    [InlineData("  group ", "06411000", TestCatalogue.Town, "group: bauamt", "bauamt")]
    [InlineData("  dueInDays ", "verbund", TestCatalogue.Cluster, "dueInDays: 21", "21")]
    [InlineData("  dueInWorkingDays ", "standard", TestCatalogue.Leistung, "dueInWorkingDays: 10", "10")]
    [InlineData("condition gross ", "standard", TestCatalogue.Leistung, "gross:", "betrag > 100")]
    [InlineData("amount gebuehr ", "standard", TestCatalogue.Leistung, "gebuehr: betrag", "betrag")]
    public void Every_value_says_which_layer_set_it_and_where(string name, string layer, string file, string text, string value)
    {
        var (exitCode, lines) = Tool.Run("catalogue", "show", "06411000", "test", "--catalogue", _catalogue.Folder);

        Assert.Equal(0, exitCode);
        var words = Assert.Single(lines, line => line.StartsWith(name, StringComparison.Ordinal)).Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal([layer, $"{file}:{_catalogue.LineOf(file, text)}", value], words[1..]);
    }

    [Fact]
    public void A_step_is_said_in_one_line()
    {
        var (_, lines) = Tool.Run("catalogue", "show", "06411000", "test", "--catalogue", _catalogue.Folder);

        Assert.Contains(lines, line => line.StartsWith("assess ", StringComparison.Ordinal)
            && line.EndsWith("approve by bauamt within 10 working days, four eyes when gross, hearing before a rejection", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.EndsWith("consult feuerwehr (5 working days), unless nicht-gemeldet", StringComparison.Ordinal));
    }

    [Fact]
    public void Machines_get_json()
    {
        var (_, lines) = Tool.Run("catalogue", "show", "06432007", "test", "--json", "--catalogue", _catalogue.Folder);

        using var shown = JsonDocument.Parse(string.Join('\n', lines));
        var values = shown.RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("path").GetString()).ToList();
        Assert.Contains("/steps/pay/dueInDays", values);
        Assert.DoesNotContain("/steps/stellungnahmen", values);
    }

    [Theory]
    [InlineData("06411999", "test", "no Kommune '06411999'; it has 06411000 Musterstadt, 06432007 Kleindorf.")]
    [InlineData("06411000", "hund", "Musterstadt does not offer 'hund'; it offers test.")]
    public void What_there_is_not_is_answered_with_what_there_is(string ags, string leistung, string words)
    {
        var (exitCode, lines) = Tool.Run("catalogue", "show", ags, leistung, "--catalogue", _catalogue.Folder);

        Assert.Equal(2, exitCode);
        Assert.EndsWith(words, Assert.Single(lines), StringComparison.Ordinal);
    }
}
