using System.Collections.Concurrent;

namespace Ozg.Core.Forms;

/// <summary>The patterns of forms that are read together: they share most of them, and to compile one takes longer than to read its form.</summary>
internal sealed class SchemaPatterns
{
    private readonly ConcurrentDictionary<string, SchemaPattern> _compiled = new();

    public SchemaPattern Compile(string pattern) => _compiled.GetOrAdd(pattern, SchemaPattern.Compile);
}
