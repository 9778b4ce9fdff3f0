using System.Globalization;

namespace Ozg.Core;

/// <summary>Sizes as people read them.</summary>
public static class ByteSize
{
    /// <summary>For example <c>10 MB</c> for 10 MiB: the unit that file managers show.</summary>
    public static string InMebibytes(long bytes) =>
        string.Create(CultureInfo.GetCultureInfo("de-DE"), $"{bytes / (1024.0 * 1024.0):0.#} MB");
}
