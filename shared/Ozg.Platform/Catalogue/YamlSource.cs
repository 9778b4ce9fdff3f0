using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ozg.Platform.Catalogue;

/// <summary>
/// YAML as JSON, with lines. Of YAML only what has one meaning: maps, lists and scalars. A plain scalar is a truth value or a
/// number only if JSON would spell it so; <c>no</c> and <c>06411000</c> are texts.
/// </summary>
internal sealed class YamlSource
{
    private readonly List<Mistake> _mistakes = [];

    /// <summary>Where the values stand; complete also when the text has mistakes.</summary>
    public SourceLines Lines { get; } = new();

    /// <exception cref="YamlException">It is not YAML.</exception>
    public Outcome<JsonElement> Read(string text)
    {
        var stream = Parse(text);
        if (stream.Documents is not [var document])
            return new CatalogueMistakes([new("", "Expected one document.")]);

        var json = Convert(document.RootNode, "");
        return _mistakes.Count > 0 ? new CatalogueMistakes(_mistakes) : JsonSerializer.SerializeToElement(json, SourceJson.Default.JsonNode);
    }

    /// <exception cref="YamlException">It is not YAML.</exception>
    public static YamlStream Parse(string text)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(text));
        try
        {
            stream.Load(parser);
        }
        catch (InvalidOperationException exception) // how YamlDotNet 18 answers some brackets that never close
        {
            var end = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, "something does not close after this line", exception);
        }

        return stream;
    }

    private JsonNode? Convert(YamlNode node, string pointer)
    {
        if (!node.Anchor.IsEmpty)
        {
            // An alias could also contain itself, and then there would be no end.
            _mistakes.Add(new(pointer, "Anchors and aliases are not used here; write the value out."));
            return null;
        }

        return node switch
        {
            YamlMappingNode mapping => Map(mapping, pointer),
            YamlSequenceNode sequence => List(sequence, pointer),
            YamlScalarNode scalar => Scalar(scalar),
            _ => null,
        };
    }

    private JsonObject Map(YamlMappingNode mapping, string pointer)
    {
        var map = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
            {
                _mistakes.Add(new(pointer, "Keys are plain words."));
                continue;
            }

            var at = JsonPointer.Append(pointer, name);
            Lines.Add(at, key);
            map[name] = Convert(value, at);
        }

        return map;
    }

    private JsonArray List(YamlSequenceNode sequence, string pointer)
    {
        var list = new JsonArray();
        foreach (var (index, item) in sequence.Children.Index())
        {
            Lines.Add($"{pointer}/{index}", item);
            list.Add(Convert(item, $"{pointer}/{index}"));
        }

        return list;
    }

    private static JsonValue? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => JsonValue.Create(scalar.Value),
        { Value: null or "" or "~" or "null" } => null,
        { Value: "true" } => JsonValue.Create(true),
        { Value: "false" } => JsonValue.Create(false),
        { Value: var text } when IsJsonNumber(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(scalar.Value),
    };

    private static bool IsJsonNumber(string text) =>
        text.Length <= 28
        && text.All(sign => char.IsAsciiDigit(sign) || sign is '-' or '.')
        && !(text.TrimStart('-') is ['0', >= '0' and <= '9', ..])
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
