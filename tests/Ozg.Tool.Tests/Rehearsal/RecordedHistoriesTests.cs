using Ozg.Tool.Rehearsal;

namespace Ozg.Tool.Tests.Rehearsal;

/// <summary>
/// The histories in <c>tests/Histories</c>, recorded by earlier releases. One that breaks is not recorded anew: cases like it are running,
/// and the build has to go on with them.
/// </summary>
public sealed class RecordedHistoriesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Histories");

    private static readonly List<string> Names = [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Running_cases_of_earlier_releases_go_on_as_they_did(string file) =>
        Assert.Empty(Rehearsing.Of(RecordedHistory.Read(File.ReadAllText(Path.Combine(Folder, file)))).Select(one => one.ToString()));

    [Theory]
    [InlineData("bewohnerparkausweis")]
    [InlineData("gewerbeanmeldung")]
    [InlineData("hundesteuer-anmeldung")]
    [InlineData("meldebescheinigung")]
    [InlineData("sondernutzung")]
    [InlineData("sperrmuell")]
    public void There_are_histories_of_every_Leistung(string leistung) =>
        Assert.Contains(Names, file => file.StartsWith(leistung, StringComparison.Ordinal));
}
