using System.Reflection;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.DogCase;

namespace Ozg.Core.Tests.Cases;

/// <summary>The compiler does not check a switch over closed kinds for completeness; this does.</summary>
public sealed class ClosedKindsTests
{
    // Without an amount there is nothing to pay, and no facts are known before a check: its tests are in PaymentTests.
    public static TheoryData<Type> StepKinds => [.. KindsOf(typeof(Step)).Where(kind => kind != typeof(Step.Pay))];

    [Theory]
    [InlineData(typeof(CaseEvent))]
    [InlineData(typeof(Step))]
    [InlineData(typeof(OpenReturn))]
    [InlineData(typeof(Service))]
    public void Every_kind_has_a_name_in_json(Type closed)
    {
        var named = closed.GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType);

        Assert.Equal(KindsOf(closed).ToHashSet(), named.ToHashSet());
    }

    [Theory]
    [MemberData(nameof(StepKinds))]
    public void The_engine_can_enter_every_kind_of_step(Type kind)
    {
        Step step = kind.Name switch
        {
            nameof(Step.Check) => new Step.Check { Id = "it" },
            nameof(Step.Approve) => new Step.Approve { Id = "it", Group = "tax", DueInWorkingDays = 1 },
            nameof(Step.Issue) => new Step.Issue { Id = "it", Document = "bescheid" },
            nameof(Step.Deliver) => new Step.Deliver { Id = "it", Target = "tax" },
            nameof(Step.Notify) => new Step.Notify { Id = "it", Message = "nachricht" },
            nameof(Step.Consult) => new Step.Consult { Id = "it", Offices = [new("tax", 1)] },
            nameof(Step.Wait) => new Step.Wait { Id = "it", WorkingDays = 1 },
            nameof(Step.Branch) => new Step.Branch { Id = "way", If = Conditions.Always, Then = [new Step.Check { Id = "it" }] },
            nameof(Step.Parallel) => new Step.Parallel { Id = "ways", Branches = [[new Step.Check { Id = "it" }], []] },
            _ => throw new System.Diagnostics.UnreachableException($"No sample of {kind.Name}."),
        };

        Assert.Equal(["it"], Engine.Apply(new([step]), Case.Begin(Id), Received).Case.Steps);
    }

    private static IEnumerable<Type> KindsOf(Type closed) => closed.GetNestedTypes().Where(closed.IsAssignableFrom);
}
