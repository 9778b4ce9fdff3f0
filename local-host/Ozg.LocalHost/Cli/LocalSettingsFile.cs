using System.Text.Json;

namespace Ozg.Hosting.Cli;

/// <summary>Reads the app settings of a developer's machine, in the official form <c>{"Values": {…}}</c>.</summary>
internal static class LocalSettingsFile
{
    private static readonly string[] Names = ["local.settings.json", "local.settings.sample.json"];

    private static readonly JsonSerializerOptions Lenient = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The file that counts: one's own before the sample, the working directory before the repository's root.</summary>
    /// <returns>Null: there is none.</returns>
    public static string? Find(string workingDirectory)
    {
        string[] folders = RootOf(workingDirectory) is { } root ? [workingDirectory, root] : [workingDirectory];
        return Names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <exception cref="LocalHostException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string?> Read(string file)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(file), Lenient);
            if (content?.IsEncrypted == true)
                throw new LocalHostException($"{file} is encrypted. Decrypt it with 'func settings decrypt'.");

            return content?.Values ?? [];
        }
        catch (JsonException broken)
        {
            throw new LocalHostException($"{file} is not valid: {broken.Message}", broken);
        }
    }

    private static string? RootOf(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any() || Path.Exists(Path.Combine(folder.FullName, ".git")))
                return folder.FullName;
        }

        return null;
    }

    private sealed record Content(bool IsEncrypted, Dictionary<string, string?> Values);
}
