using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ozg.Core.Forms;

/// <summary>Turns a schema document into nodes and collects everything that is not of the subset.</summary>
internal sealed partial class SchemaReader(SchemaPatterns patterns)
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly Dictionary<string, FieldType> Types = new()
    {
        ["object"] = FieldType.Object,
        ["array"] = FieldType.Array,
        ["string"] = FieldType.String,
        ["integer"] = FieldType.Integer,
        ["number"] = FieldType.Number,
        ["boolean"] = FieldType.Boolean,
    };

    private static readonly Dictionary<string, TextFormat> Formats = new()
    {
        ["date"] = TextFormat.Date,
        ["iban"] = TextFormat.Iban,
        ["person-name"] = TextFormat.PersonName,
        ["license-plate"] = TextFormat.LicensePlate,
        ["chip-number"] = TextFormat.ChipNumber,
    };

    private readonly List<Mistake> _mistakes = [];

    public Outcome<SchemaNode> Read(JsonElement document)
    {
        var root = Node(document, "", declared: null);
        if (_mistakes.Count == 0 && root.Type != FieldType.Object)
            _mistakes.Add(new("/type", "An application is an object."));
        if (_mistakes.Count == 0 && new Keywords(document, "", _mistakes).Text("$schema") != Dialect)
            _mistakes.Add(new("/$schema", $"The dialect is {Dialect}."));
        return _mistakes.Count > 0 ? new CatalogueMistakes(_mistakes) : root;
    }

    /// <summary>What is wrong with a part of forms, read as a field of one.</summary>
    public static IReadOnlyList<Mistake> CheckPart(JsonElement part, string at, SchemaPatterns patterns)
    {
        var reader = new SchemaReader(patterns);
        reader.Node(part, at, declared: null);
        return reader._mistakes;
    }

    /// <param name="schema">The schema.</param>
    /// <param name="at">Its pointer.</param>
    /// <param name="declared">In a branch: what the main schema says of the same field; null in the main schema.</param>
    private SchemaNode Node(JsonElement schema, string at, SchemaNode? declared)
    {
        var keywords = new Keywords(schema, at, _mistakes);
        if (schema.ValueKind != JsonValueKind.Object)
        {
            keywords.Say("", "A schema is an object.");
            return new();
        }

        var type = declared is null ? Type(keywords) : null;
        SchemaRules.CheckKeywords(keywords, type ?? declared?.Type, isBranch: declared is not null);
        var node = new SchemaNode
        {
            Type = type,
            Title = keywords.Text("title") ?? declared?.Title,
            IsClosed = type == FieldType.Object,
            Properties = Properties(keywords, declared),
            Enum = keywords.Enum(),
            Const = keywords.Const(),
            Pattern = keywords.Pattern(patterns),
            MinLength = keywords.Count("minLength"),
            MaxLength = keywords.Count("maxLength"),
            Minimum = keywords.Number("minimum"),
            Maximum = keywords.Number("maximum"),
            Items = keywords.Find("items") is { } items ? Node(items, at + "/items", declared?.Items) : null,
            MinItems = keywords.Count("minItems"),
            MaxItems = keywords.Count("maxItems"),
            Format = keywords.OneOf("format", Formats),
            NotBefore = keywords.Bound("x-notBefore"),
            NotAfter = keywords.Bound("x-notAfter"),
            IsMultiline = keywords.Flag("x-multiline"),
            FieldNumber = keywords.Count("x-fieldNumber"),
        };

        SchemaRules.CheckNode(keywords, node, declared);
        if (declared is null)
            HintRules.Check(keywords, node);
        node = node with { Required = Required(keywords, declared ?? node) };
        return node with
        {
            If = Branch(keywords, "if", declared ?? node),
            Then = Branch(keywords, "then", declared ?? node),
            Else = Branch(keywords, "else", declared ?? node),
        };
    }

    private SchemaNode? Branch(Keywords keywords, string keyword, SchemaNode declared)
    {
        if (keywords.Find(keyword) is not { } branch)
            return null;
        if (keyword != "if" && !keywords.Has("if"))
            keywords.Say(keyword, $"'{keyword}' has no 'if'.");
        if (keyword == "if" && !keywords.Has("then") && !keywords.Has("else"))
            keywords.Say(keyword, "'if' has neither 'then' nor 'else'.");
        return Node(branch, $"{keywords.At}/{keyword}", declared);
    }

    private static FieldType? Type(Keywords keywords)
    {
        var type = keywords.OneOf("type", Types);
        if (!keywords.Has("type"))
            keywords.Say("", $"'type' is missing; it is one of {string.Join(", ", Types.Keys)}.");
        if (type == FieldType.Object && keywords.Find("additionalProperties") is not { ValueKind: JsonValueKind.False })
            keywords.Say("", "An object has 'additionalProperties': false.");
        return type;
    }

    private Dictionary<string, SchemaNode> Properties(Keywords keywords, SchemaNode? declared)
    {
        var nodes = new Dictionary<string, SchemaNode>();
        if (keywords.Find("properties") is not { } properties)
            return nodes;
        if (properties.ValueKind != JsonValueKind.Object)
        {
            keywords.Say("properties", "'properties' is an object of schemas.");
            return nodes;
        }

        foreach (var property in properties.EnumerateObject())
        {
            var pointer = JsonPointer.Append(keywords.At + "/properties", property.Name);
            if (!FieldName().IsMatch(property.Name))
                _mistakes.Add(new(pointer, "A field's name is ASCII, in lower camel case."));
            if (declared is null || declared.Properties.ContainsKey(property.Name))
                nodes[property.Name] = Node(property.Value, pointer, declared?.Properties[property.Name]);
            else
                _mistakes.Add(new(pointer, $"The main schema has no field '{property.Name}' here."));
        }

        return nodes;
    }

    private static List<RequiredField> Required(Keywords keywords, SchemaNode declared)
    {
        var names = keywords.Texts("required") ?? [];
        foreach (var name in names.Where(name => !declared.Properties.ContainsKey(name)))
            keywords.Say("required", $"There is no field '{name}' here.");
        return [.. names.Select(name => new RequiredField(name, declared.Properties.GetValueOrDefault(name)?.Title))];
    }

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex FieldName();
}
