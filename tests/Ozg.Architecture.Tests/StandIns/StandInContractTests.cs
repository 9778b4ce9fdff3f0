using System.Reflection;

namespace Ozg.Architecture.Tests.StandIns;

public class StandInContractTests
{
    private static readonly Assembly StandIns = typeof(Microsoft.DurableTask.TaskName).Assembly;

    private static readonly StandInContract Contract =
        new(OfficialApi.Load(line => line.WithoutNullability()), new ApiWriter(nullability: false));

    // Every visible one: a helper that others can see would be one that the packages do not have.
    private static Type[] Declared => StandIns.GetExportedTypes();

    [Fact]
    public void Whatever_a_stand_in_declares_is_official() => Expect.None(Contract.NotOfficial(Declared));

    [Fact]
    public void Nullability_is_the_official_one_too()
    {
        var contract = new StandInContract(
            OfficialApi.Load(line => line.WithoutNullabilityOfTypeParameters()), new ApiWriter(nullability: true));

        Expect.None(contract.NotOfficial(Declared));
    }

    [Fact]
    public void A_method_has_all_its_overloads_or_none() => Expect.None(Contract.MissingOverloads(Declared));

    [Fact]
    public void Abstract_members_are_complete() => Expect.None(Contract.MissingAbstractMembers(Declared));

    [Fact]
    public void The_official_build_references_the_package_of_every_stand_in()
    {
        var referenced = OfficialBuild.PackageReferences(Repository.Xml("Directory.Build.targets"))
            .Concat(OfficialBuild.PackageReferences(Repository.Xml("functions/Ozg.Functions.csproj")))
            .ToHashSet();

        Expect.None(Contract.MissingPackages(Declared, referenced));
        Expect.None(referenced.Except(OfficialBuild.PackageVersions(Repository.Xml("Directory.Packages.props")))
            .Select(package => $"Directory.Packages.props has no version of {package}"));
    }

    [Fact]
    public void Nobody_else_declares_a_type_in_an_official_namespace()
    {
        string[] official = ["Microsoft.", "Azure."];
        Expect.None(
            from assembly in new[] { "Ozg.Core", "Ozg.Platform", "Ozg.Functions", "Ozg.LocalHost" }.Select(Assembly.Load)
            from type in assembly.GetTypes()
            // The compiler puts the attributes that it makes up itself there.
            where official.Any(prefix => type.Namespace?.StartsWith(prefix, StringComparison.Ordinal) == true)
                && type.Namespace != "Microsoft.CodeAnalysis"
            select $"{type.FullName} in {assembly.GetName().Name}");
    }

    [Fact]
    public void The_listings_are_there()
    {
        var official = OfficialApi.Load(line => line);

        Assert.NotEmpty(Declared);
        Assert.All(Declared, type => Assert.NotEmpty(official.PackagesOf(new ApiNames(nullability: false).Of(type))));
    }
}
