using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Ozg.Architecture.Tests.Layers;

/// <summary>What a compiled assembly uses of others, whatever its project file says.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="References">Names of assemblies.</param>
/// <param name="Types">Full names of types.</param>
internal sealed record AssemblyUse(string Name, IReadOnlyList<string> References, IReadOnlyList<string> Types)
{
    /// <param name="name">Of one that lies beside these tests.</param>
    public static AssemblyUse Of(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var metadata = file.GetMetadataReader();
        return new AssemblyUse(
            name,
            [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => metadata.GetString(reference.Name))],
            [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")]);
    }
}
