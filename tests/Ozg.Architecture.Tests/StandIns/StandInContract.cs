namespace Ozg.Architecture.Tests.StandIns;

/// <summary>
/// A stand-in declares nothing that the official API does not, and enough of it that code means the same with either.
/// Each check gives one text per breach.
/// </summary>
internal sealed class StandInContract(OfficialApi official, ApiWriter writer)
{
    /// <summary>What would not compile against the packages.</summary>
    public IEnumerable<string> NotOfficial(IEnumerable<Type> standIns) =>
        from line in standIns.SelectMany(writer.Lines)
        where !official.Has(line)
        select $"not official: {line}" + string.Concat(official.Nearest(line).Select(near => $"\n     official: {near}"));

    /// <summary>
    /// Where one overload is missing, a call may bind to another: <c>CallActivityAsync(name, options)</c> without the
    /// overload for options sends the options to the activity as its input.
    /// </summary>
    public IEnumerable<string> MissingOverloads(IEnumerable<Type> standIns) =>
        from type in standIns
        let declared = writer.Lines(type).ToList()
        let names = declared.Where(line => line.HasOverloads).Select(line => line.Member).ToHashSet()
        from line in official.LinesOf(declared[0].Type)
        where line.HasOverloads && names.Contains(line.Member) && !declared.Contains(line)
        select $"missing overload: {line}";

    /// <summary>What a class that derives, or implements, would have to have with the packages.</summary>
    public IEnumerable<string> MissingAbstractMembers(IEnumerable<Type> standIns) =>
        from type in standIns
        let declared = writer.Lines(type).ToList()
        from line in official.LinesOf(declared[0].Type)
        where line.IsAbstract || (type.IsInterface && line.Kind is "method" or "property" or "event")
        where !declared.Contains(line)
        select $"missing abstract member: {line}";

    /// <summary>Types whose packages the official build does not reference.</summary>
    public IEnumerable<string> MissingPackages(IEnumerable<Type> standIns, IReadOnlySet<string> referenced) =>
        from type in standIns
        let name = writer.Lines(type).First().Type
        let packages = official.PackagesOf(name).ToList()
        where !packages.Any(referenced.Contains)
        select $"the official build does not reference {string.Join(" or ", packages.DefaultIfEmpty("any package"))}, which has {name}";
}
