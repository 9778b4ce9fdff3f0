using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Pages;

namespace Ozg.Hosting.Tests.Pages;

/// <summary>What the page of an instance shows of every kind of event: a new kind fails here until somebody has decided.</summary>
public sealed class TimelineKindsTests
{
    // They begin or end the whole, or answer a line that is there already.
    private static readonly Type[] NoLineOfTheirOwn = [typeof(ExecutionStarted), typeof(TurnStarted), typeof(TaskCompleted), typeof(TaskFailed), typeof(TimerFired), typeof(ExecutionEnded)];

    public static TheoryData<Type> All => [.. typeof(HistoryEvent).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(HistoryEvent)))];

    [Theory]
    [MemberData(nameof(All))]
    public void It_has_a_name_in_json(Type kind) =>
        Assert.Single(typeof(HistoryEvent).GetCustomAttributes<JsonDerivedTypeAttribute>(), named => named.DerivedType == kind);

    [Theory]
    [MemberData(nameof(All))]
    public void It_is_a_line_of_its_own_or_decided_not_to_be(Type kind)
    {
        var happened = (HistoryEvent)RuntimeHelpers.GetUninitializedObject(kind);

        Assert.Equal(!NoLineOfTheirOwn.Contains(kind), Timeline.Of([happened], new HashSet<int>()).Count == 1);
    }
}
