using System.Text.RegularExpressions;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>One type or member, as the listings write it.</summary>
internal sealed partial record ApiLine(string Text)
{
    private readonly string[] _parts = Text.Split(" | ", 3);

    public string Type => _parts[0];

    /// <summary>method, ctor, property …; empty on the line of the type itself.</summary>
    public string Kind => _parts.Length < 3 ? "" : _parts[1].Split(' ')[0];

    public bool IsType => Kind is "" or "delegate";

    public bool IsAbstract => _parts.Length == 3 && _parts[1].Split(' ').Contains("abstract");

    public bool HasOverloads => Kind is "ctor" or "method" or "operator";

    /// <summary>The member's name without its types; empty where there is none.</summary>
    public string Member => Kind switch
    {
        "ctor" or "method" or "operator" => BeforeParameters().Match(_parts[2]).Groups["name"].Value,
        "property" => BeforeAccessors().Match(_parts[2]).Groups["name"].Value,
        _ => "",
    };

    public ApiLine WithoutNullability() => new(Text.Replace("?", "", StringComparison.Ordinal));

    // Reflection cannot tell T from T?.
    public ApiLine WithoutNullabilityOfTypeParameters() => new(TypeParameterOrNull().Replace(Text, "$1"));

    public bool Equals(ApiLine? other) => Text == other?.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    [GeneratedRegex(@"(?<name>[\w.]+)(<[^<>()]*>)?\(")]
    private static partial Regex BeforeParameters();

    [GeneratedRegex(@"(?<name>[\w.]+) \{")]
    private static partial Regex BeforeAccessors();

    [GeneratedRegex(@"(?<![\w.])(T[A-Z]\w*|T)\?")]
    private static partial Regex TypeParameterOrNull();
}
