using Ozg.Platform.Catalogue;

namespace Ozg.Tool.Output;

/// <summary>Places in files as compilers print them, so that editors jump there.</summary>
internal static class Places
{
    public static string In(string folder, CatalogueMistake mistake) => In(folder, mistake.File, mistake.Line) + ": " + mistake.What;

    public static string In(string folder, string file, int? line) => $"{folder.TrimEnd('/')}/{file}" + (line is { } number ? $":{number}" : "");
}
