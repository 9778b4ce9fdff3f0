using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Converters;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Functions.Processing;
using Ozg.Tests;

namespace Ozg.Functions.Tests.Processing;

/// <summary>What an orchestration hands out and gets back, of every kind.</summary>
public sealed class EffectKindsTests
{
    public static TheoryData<Type> Effects => Kinds.All<Effect>();

    public static TheoryData<Type> Events => Kinds.All<CaseEvent>();

    public static TheoryData<Type> Steps => Kinds.All<Step>();

    [Theory]
    [MemberData(nameof(Effects))]
    public void Every_kind_of_effect_has_an_activity_that_takes_just_that(Type kind)
    {
        var activity = ProcessApplication.ActivityFor(Kinds.Sample<Effect>(kind));

        var run = Assert.Single(typeof(ProcessApplication).Assembly.GetTypes().SelectMany(type => type.GetMethods()), method => method.GetCustomAttribute<FunctionAttribute>()?.Name == activity);
        var input = Assert.Single(run.GetParameters(), parameter => parameter.IsDefined(typeof(ActivityTriggerAttribute)));
        Assert.Equal((kind, typeof(Task<Happened>)), (input.ParameterType, run.ReturnType));
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void Every_kind_of_effect_reaches_its_activity_whole(Type kind)
    {
        var effect = Kinds.Sample<Effect>(kind);

        Assert.Equivalent(effect, JsonDataConverter.Default.Deserialize(JsonDataConverter.Default.Serialize(effect), kind), strict: true);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_kind_of_event_reaches_the_orchestration_whole(Type kind)
    {
        Assert.All([Kinds.Sample<CaseEvent>(kind), Kinds.Bare<CaseEvent>(kind)], happened =>
        {
            var read = (Happened?)JsonDataConverter.Default.Deserialize(JsonDataConverter.Default.Serialize(new Happened(happened)), typeof(Happened));

            Assert.Equal(kind, read?.Event.GetType());
            Assert.Equivalent(happened, read?.Event, strict: true);
        });
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_kind_of_step_reaches_the_orchestration_whole(Type kind)
    {
        Assert.All([Kinds.Sample<Step>(kind), Kinds.Bare<Step>(kind)], step =>
        {
            var read = (Process?)JsonDataConverter.Default.Deserialize(JsonDataConverter.Default.Serialize(new Process([step])), typeof(Process));

            Assert.Equal(kind, read?.Steps[0].GetType());
            Assert.Equivalent(step, read?.Steps[0], strict: true);
        });
    }
}
