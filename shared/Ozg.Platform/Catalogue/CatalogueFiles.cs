using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Ozg.Core;
using YamlDotNet.Core;

namespace Ozg.Platform.Catalogue;

/// <summary>
/// Reads the files of a catalogue and collects what is wrong with them. Several threads may read at once, each its own files: what is
/// wrong with one file is told in the same order every time.
/// </summary>
internal sealed class CatalogueFiles(string root)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonDocumentOptions StrictJson = new() { AllowDuplicateProperties = false };

    private readonly ConcurrentDictionary<string, Lazy<SourceLines>> _lines = new(); // those of a form are looked for only when it has a mistake
    private readonly ConcurrentQueue<CatalogueMistake> _mistakes = new();

    /// <summary>By file and line.</summary>
    public IReadOnlyList<CatalogueMistake> Mistakes =>
        [.. _mistakes.Distinct().OrderBy(mistake => mistake.File, StringComparer.Ordinal).ThenBy(mistake => mistake.Line ?? 0)];

    /// <summary>The files directly in a folder, in ordinal order; a folder that must not be missing is a mistake when it is.</summary>
    public IReadOnlyList<string> In(string folder, bool mayBeMissing = false)
    {
        if (Directory.Exists(Path.Combine(root, folder)))
            return [.. Directory.EnumerateFiles(Path.Combine(root, folder)).Select(Relative).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        if (!mayBeMissing)
            Say(folder, "", "There is no such folder; every catalogue has one.");
        return [];
    }

    /// <summary>The folders directly in a folder, in ordinal order.</summary>
    public IReadOnlyList<string> FoldersIn(string folder) =>
        Directory.Exists(Path.Combine(root, folder)) ? [.. Directory.EnumerateDirectories(Path.Combine(root, folder)).Select(Relative).Order(StringComparer.Ordinal)] : [];

    /// <summary>The text of a file; null, and a mistake, when there is none.</summary>
    public string? Text(string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(root, file), StrictUtf8);
        }
        catch (FileNotFoundException)
        {
            Say(file, "", "There is no such file.");
        }
        catch (DecoderFallbackException)
        {
            Say(file, "", "The file is not UTF-8.");
        }

        return null;
    }

    public JsonElement? Yaml(string file)
    {
        if (Text(file) is not { } text)
            return null;

        var source = new YamlSource();
        _lines[file] = new(source.Lines);
        try
        {
            return Value(file, source.Read(text), out var json) ? json : null;
        }
        catch (YamlException exception)
        {
            _mistakes.Enqueue(new(file, (int)exception.Start.Line, $"Not YAML: {exception.Message}"));
            return null;
        }
    }

    public JsonElement? Json(string file)
    {
        if (Text(file) is not { } text)
            return null;

        try
        {
            using var document = JsonDocument.Parse(text, StrictJson);
            _lines[file] = new(() => SourceLines.OfJson(text));
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            _mistakes.Enqueue(new(file, (int?)exception.LineNumber + 1, $"Not JSON: {exception.Message}"));
            return null;
        }
    }

    /// <summary>The value of an outcome; its mistakes are collected otherwise.</summary>
    public bool Value<T>(string file, Outcome<T> outcome, out T? value)
    {
        value = outcome.Succeeded ? outcome.Value : default;
        if (!outcome.Succeeded)
            Say(file, outcome.Error is CatalogueMistakes mistakes ? mistakes.All : throw new InvalidOperationException(outcome.Error.Code));
        return outcome.Succeeded;
    }

    public void Say(string file, IEnumerable<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
            Say(mistake.File ?? file, mistake.Pointer, mistake.What);
    }

    public void Say(string file, string pointer, string what) =>
        _mistakes.Enqueue(new(file, LineOf(file, pointer), what));

    /// <summary>The line of a value in a file that has been read; null when it has none.</summary>
    public int? LineOf(string file, string pointer) => _lines.GetValueOrDefault(file)?.Value.Of(pointer);

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
