using System.Xml.Linq;

namespace Ozg.Architecture.Tests.Layers;

public class ArrowTests
{
    [Fact]
    public void Projects_reference_in_one_direction_only() => Expect.None(Arrows.Breaches(Project.All));

    [Fact]
    public void The_core_uses_nothing_of_the_outside_world() => Expect.None(Arrows.CoreBreaches(AssemblyUse.Of("Ozg.Core")));

    [Fact]
    public void The_platform_knows_no_functions() => Expect.None(Arrows.PlatformBreaches(AssemblyUse.Of("Ozg.Platform")));

    [Fact]
    public void The_functions_do_not_know_who_runs_them() =>
        Assert.DoesNotContain("Ozg.LocalHost", AssemblyUse.Of("Ozg.Functions").References);

    [Fact]
    public void The_house_has_projects() =>
        Assert.Superset(
            new HashSet<string> { "shared/Ozg.Core/Ozg.Core.csproj", "functions/Ozg.Functions.csproj", "local-host/Ozg.LocalHost/Ozg.LocalHost.csproj" },
            Project.All.Select(project => project.Path).ToHashSet());

    [Theory]
    [InlineData("shared/Ozg.Core/Ozg.Core.csproj", "../Ozg.Platform/Ozg.Platform.csproj")]
    [InlineData("shared/Ozg.Platform/Ozg.Platform.csproj", "..\\..\\functions\\Ozg.Functions.csproj")]
    [InlineData("functions/Ozg.Functions.csproj", "../local-host/Ozg.LocalHost/Ozg.LocalHost.csproj")]
    [InlineData("local-host/api-standins/Ozg.ApiStandins.csproj", "../../shared/Ozg.Core/Ozg.Core.csproj")]
    [InlineData("web/Ozg.Web.csproj", "../shared/Ozg.Platform/Ozg.Platform.csproj")]
    [InlineData("tools/Ozg.Tool/Ozg.Tool.csproj", "../../functions/Ozg.Functions.csproj")]
    [InlineData("tools/Ozg.Tool/Ozg.Tool.csproj", "../../local-host/Ozg.LocalHost/Ozg.LocalHost.csproj")]
    public void A_reference_in_the_other_direction_is_refused(string path, string reference) =>
        Assert.StartsWith($"{path} references ", Assert.Single(Arrows.Breaches([Sample(path, $"<ProjectReference Include='{reference}' />")])), StringComparison.Ordinal);

    [Theory]
    [InlineData("shared/Ozg.Platform/Ozg.Platform.csproj", "../Ozg.Core/Ozg.Core.csproj")]
    [InlineData("tools/Ozg.Tool/Ozg.Tool.csproj", "../../shared/Ozg.Core/Ozg.Core.csproj")]
    [InlineData("tools/Ozg.Tool/Ozg.Tool.csproj", "../../shared/Ozg.Platform/Ozg.Platform.csproj")]
    [InlineData("tests/Ozg.LocalHost.Tests/Ozg.LocalHost.Tests.csproj", "../../local-host/Ozg.LocalHost/Ozg.LocalHost.csproj")]
    public void A_reference_in_the_right_direction_is_not(string path, string reference) =>
        Expect.None(Arrows.Breaches([Sample(path, $"<ProjectReference Include='{reference}' />")]));

    [Theory]
    [InlineData("<PackageReference Include='Azure.Storage.Blobs' />")]
    [InlineData("<PackageReference Include='Microsoft.Data.Sqlite' />")]
    [InlineData("<FrameworkReference Include='Microsoft.AspNetCore.App' />")]
    [InlineData("<UsesFunctionsApi>true</UsesFunctionsApi>")]
    public void The_core_with_a_way_outside_is_refused(string item) =>
        Assert.Single(Arrows.Breaches([Sample("shared/Ozg.Core/Ozg.Core.csproj", item)]));

    [Fact]
    public void A_project_beside_the_house_is_refused() =>
        Assert.Single(Arrows.Breaches([Sample("helpers/Ozg.Helpers.csproj", "")]));

    [Fact]
    public void An_assembly_that_uses_what_its_layer_must_not_is_refused()
    {
        // These tests use everything.
        var everything = AssemblyUse.Of("Ozg.Architecture.Tests");

        Assert.Contains("Ozg.Architecture.Tests references Azure.Storage.Blobs", Arrows.CoreBreaches(everything));
        Assert.Contains("Ozg.Architecture.Tests references Ozg.ApiStandins", Arrows.CoreBreaches(everything));
        Assert.Contains("Ozg.Architecture.Tests names Microsoft.DurableTask.TaskOrchestrationContext", Arrows.PlatformBreaches(everything));
        Assert.Contains("Ozg.Architecture.Tests names Microsoft.Azure.Functions.Worker.FunctionAttribute", Arrows.PlatformBreaches(everything));
    }

    [Fact]
    public void An_assembly_of_the_platform_that_references_the_functions_is_refused() =>
        Assert.Equal(
            ["Ozg.Platform references Ozg.Functions"],
            Arrows.PlatformBreaches(new AssemblyUse("Ozg.Platform", ["Ozg.Core", "Ozg.ApiStandins", "Ozg.Functions", "System.Runtime"], [])));

    private static Project Sample(string path, string item) => new(path, XDocument.Parse($"<Project>{item}</Project>"));
}
