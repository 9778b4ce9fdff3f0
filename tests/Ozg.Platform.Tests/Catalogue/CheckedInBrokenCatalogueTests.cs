using Ozg.Platform.Catalogue;

namespace Ozg.Platform.Tests.Catalogue;

/// <summary>
/// Mistakes that authors make, each in a folder of BrokenCatalogues: the one file that differs from the sound catalogue, and what has
/// to be said. The messages are for people who see such a file for the first time, so they are kept word for word.
/// </summary>
public sealed class CheckedInBrokenCatalogueTests
{
    private const string Sound = "sound";
    private const string Expected = "expected.txt";
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "BrokenCatalogues");
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string> Broken => [.. Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Where(name => name != Sound).Order()];

    [Fact]
    public void The_sound_catalogue_is_sound() => Assert.Equal(2, CatalogueFolder.Load(Path.Combine(Root, Sound), Today).Kommunen.Count);

    [Fact]
    public void There_are_twenty_at_least() => Assert.InRange(Broken.Count, 20, 100);

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_mistake_is_told_with_file_line_and_how_to_mend_it(string name)
    {
        var folder = Directory.CreateTempSubdirectory("broken-").FullName;
        try
        {
            Copy(Path.Combine(Root, Sound), folder);
            Copy(Path.Combine(Root, name), folder);

            var mistakes = Assert.Throws<CatalogueException>(() => CatalogueFolder.Load(folder, Today)).Mistakes;

            Assert.Equal(File.ReadAllLines(Path.Combine(Root, name, Expected)), mistakes.Select(mistake => mistake.ToString()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != Expected))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
