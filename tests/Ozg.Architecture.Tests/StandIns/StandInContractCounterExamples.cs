using System.Xml.Linq;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>The contract is worth what it refuses: each check gets something to refuse.</summary>
public class StandInContractCounterExamples
{
    private const string Sample = "Ozg.Architecture.Tests.StandIns.StandInContractCounterExamples.Clock";

    private static readonly Type[] Declared = [typeof(Clock)];

    public abstract class Clock
    {
        public abstract DateTime Now();

        public virtual Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public string? Zone { get; init; }
    }

    private static readonly string[] Official =
    [
        $"{Sample} | abstract class",
        $"{Sample} | ctor protected | .ctor()",
        $"{Sample} | method abstract | System.DateTime Now()",
        $"{Sample} | method virtual | System.Threading.Tasks.Task WaitAsync(System.TimeSpan delay, System.Threading.CancellationToken cancellationToken = default)",
        $"{Sample} | property | System.String? Zone {{ get; init; }}",
    ];

    [Fact]
    public void A_faithful_stand_in_is_accepted()
    {
        var contract = Contract(Official);

        Expect.None(contract.NotOfficial(Declared));
        Expect.None(contract.MissingOverloads(Declared));
        Expect.None(contract.MissingAbstractMembers(Declared));
        Expect.None(contract.MissingPackages(Declared, new HashSet<string> { "Clocks" }));
    }

    [Theory]
    [InlineData("abstract class", "class")]
    [InlineData("abstract class", "abstract class : System.IDisposable")]
    [InlineData("ctor protected", "ctor")]
    [InlineData("method abstract", "method virtual")]
    [InlineData("System.DateTime Now()", "System.DateTimeOffset Now()")]
    [InlineData("System.DateTime Now()", "System.DateTime Today()")]
    [InlineData("TimeSpan delay", "TimeSpan duration")]
    [InlineData("cancellationToken = default", "cancellationToken")]
    [InlineData("{ get; init; }", "{ get; set; }")]
    [InlineData("System.String? Zone", "System.String Zone")]
    public void Another_signature_is_refused(string declared, string official)
    {
        var refused = Contract(Official.Select(line => line.Replace(declared, official, StringComparison.Ordinal)))
            .NotOfficial(Declared);

        Assert.Contains(declared, Assert.Single(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_shows_the_official_line_of_the_same_name()
    {
        var refused = Contract(Official.Select(line => line.Replace("delay", "duration", StringComparison.Ordinal)))
            .NotOfficial(Declared);

        Assert.Contains("official: " + Sample + " | method virtual | System.Threading.Tasks.Task WaitAsync(System.TimeSpan duration", Assert.Single(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_not_official_is_refused() =>
        Assert.Equal(Official.Length, Contract([]).NotOfficial(Declared).Count());

    [Fact]
    public void A_missing_overload_is_refused()
    {
        var overload = $"{Sample} | method virtual | System.Threading.Tasks.Task WaitAsync(System.DateTime until)";

        Assert.Equal($"missing overload: {overload}", Assert.Single(Contract([.. Official, overload]).MissingOverloads(Declared)));
    }

    [Fact]
    public void A_missing_abstract_member_is_refused()
    {
        var member = $"{Sample} | property protected abstract | System.Int32 Drift {{ get; }}";

        Assert.Equal($"missing abstract member: {member}", Assert.Single(Contract([.. Official, member]).MissingAbstractMembers(Declared)));
    }

    [Fact]
    public void A_missing_package_reference_is_refused()
    {
        var buildFile = XDocument.Parse("""
            <Project>
              <ItemGroup Condition="'$(UsesFunctionsApi)' == 'true' and '$(OfficialPackages)' == 'true'"><PackageReference Include="Watches" /></ItemGroup>
              <ItemGroup Condition="'$(OfficialPackages)' != 'true'"><PackageReference Include="Clocks" /></ItemGroup>
              <ItemGroup><PackageReference Include="Bells" Condition="'$(OfficialPackages)' == 'true'" /><PackageReference Include="Clocks" /></ItemGroup>
            </Project>
            """);

        var referenced = OfficialBuild.PackageReferences(buildFile).ToHashSet();

        Assert.Equal(["Bells", "Watches"], referenced.Order());
        Assert.Contains("does not reference Clocks", Assert.Single(Contract(Official).MissingPackages(Declared, referenced)), StringComparison.Ordinal);
    }

    private static StandInContract Contract(IEnumerable<string> official) => new(
        new OfficialApi([("Clocks", official.Select(line => new ApiLine(line)))]), new ApiWriter(nullability: true));
}
