using Ozg.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ozg.Platform.Catalogue;

/// <summary>Where in a file each value stands, by its JSON pointer.</summary>
internal sealed class SourceLines
{
    private readonly Dictionary<string, int> _lines = [];

    public void Add(string pointer, YamlNode node) => _lines[pointer] = (int)node.Start.Line;

    /// <summary>The line of a value, or of the nearest one around it that stands in the file.</summary>
    public int? Of(string pointer)
    {
        for (var around = pointer; around.Length > 0; around = around[..around.LastIndexOf('/')])
        {
            if (_lines.TryGetValue(around, out var line))
                return line;
        }

        return null;
    }

    /// <summary>The lines of a JSON file, which is YAML too; none when its author indents with tabs.</summary>
    public static SourceLines OfJson(string text)
    {
        var lines = new SourceLines();
        try
        {
            lines.Walk("", YamlSource.Parse(text).Documents[0].RootNode);
        }
        catch (YamlException)
        {
            return new();
        }

        return lines;
    }

    private void Walk(string pointer, YamlNode node)
    {
        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children)
            {
                var at = JsonPointer.Append(pointer, ((YamlScalarNode)key).Value!);
                Add(at, key);
                Walk(at, value);
            }
        }
        else if (node is YamlSequenceNode sequence)
        {
            foreach (var (index, item) in sequence.Children.Index())
            {
                Add($"{pointer}/{index}", item);
                Walk($"{pointer}/{index}", item);
            }
        }
    }
}
