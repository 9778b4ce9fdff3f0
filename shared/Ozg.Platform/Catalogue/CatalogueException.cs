namespace Ozg.Platform.Catalogue;

/// <summary>The catalogue cannot be used; nothing starts until its authors have mended it.</summary>
public sealed class CatalogueException : Exception
{
    internal CatalogueException(IReadOnlyList<CatalogueMistake> mistakes)
        : base($"The catalogue has {mistakes.Count} mistake(s):{Environment.NewLine}{string.Join(Environment.NewLine, mistakes)}") => Mistakes = mistakes;

    /// <summary>All of them, by file and line.</summary>
    public IReadOnlyList<CatalogueMistake> Mistakes { get; }
}

/// <summary>Something that an author of the catalogue has to mend.</summary>
/// <param name="File">Below the catalogue's folder, with slashes.</param>
/// <param name="Line">From 1; null when it concerns the file as a whole.</param>
/// <param name="What">English, one sentence: what is wrong and what would be right.</param>
public sealed record CatalogueMistake(string File, int? Line, string What)
{
    /// <summary>As compilers print it, so that editors jump there.</summary>
    public override string ToString() => Line is { } line ? $"{File}:{line}: {What}" : $"{File}: {What}";
}
