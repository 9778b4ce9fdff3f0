using System.Reflection;
using Microsoft.DurableTask;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>A call of an activity or of a sub-orchestrator whose name is a constant; other names are known only when they run.</summary>
/// <param name="From">The orchestrator from which it is reached.</param>
/// <param name="Name">As the call gives it.</param>
/// <param name="Api">The overload that is called.</param>
internal sealed record TaskCall(Function From, string Name, MethodInfo Api)
{
    private bool IsActivity => Api.Name == nameof(TaskOrchestrationContext.CallActivityAsync);

    public static IEnumerable<TaskCall> In(Function function, MethodBase method)
    {
        // The name is the first argument, so a call in the arguments of another ends before it: last in, first out.
        var names = new Stack<string?>();
        var before = default(Instruction);
        foreach (var instruction in IlReader.Read(method))
        {
            if (MakesName(instruction.Operand))
                names.Push(before.Operand as string);
            else if (IsCall(instruction.Operand) && names.TryPop(out var name) && name is not null)
                yield return new TaskCall(function, name, (MethodInfo)instruction.Operand!);

            before = instruction;
        }
    }

    public string? UnknownActivity(FunctionApp app) =>
        IsActivity && !app.ActivitiesByName.Contains(Name) ? $"{From} calls the activity {Name}, which does not exist" : null;

    public string? UnknownOrchestrator(FunctionApp app) =>
        !IsActivity && !app.OrchestratorsByName.Contains(Name) ? $"{From} calls the orchestrator {Name}, which does not exist" : null;

    public string? WrongResult(FunctionApp app)
    {
        var expected = Api.GetGenericArguments().SingleOrDefault();
        var called = (IsActivity ? app.ActivitiesByName : app.OrchestratorsByName)[Name].FirstOrDefault();
        if (expected is null || called is null || expected.ContainsGenericParameters || called.Result.IsAssignableTo(expected))
            return null;

        return $"{From} expects {expected.Name} of {Name}, which gives {called.Result.Name}";
    }

    private static bool MakesName(object? operand) =>
        operand is MethodBase { Name: "op_Implicit" or ".ctor" } conversion
        && conversion.DeclaringType == typeof(TaskName)
        && conversion.GetParameters()[0].ParameterType == typeof(string);

    private static bool IsCall(object? operand) => operand is MethodInfo
    {
        Name: nameof(TaskOrchestrationContext.CallActivityAsync) or nameof(TaskOrchestrationContext.CallSubOrchestratorAsync),
    } method && method.DeclaringType == typeof(TaskOrchestrationContext);
}
