using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>What an orchestrator's code may do, in all methods of ours that it reaches: nothing that a replay would do otherwise.</summary>
internal static class OrchestratorCodeRules
{
    public static IReadOnlyList<SdkRule> All { get; } =
    [
        .. from banned in BannedCall.All
           group banned by banned.Rule into rule
           select new SdkRule(rule.Key, app => Calls(app, [.. rule])),
        new("DURABLE0010", UsesLogger),
        new("DURABLE2002", app => TaskCalls(app).Select(call => call.WrongResult(app)).OfType<string>()),
        new("DURABLE2003", app => TaskCalls(app).Select(call => call.UnknownActivity(app)).OfType<string>()),
        new("DURABLE2004", app => TaskCalls(app).Select(call => call.UnknownOrchestrator(app)).OfType<string>()),
    ];

    private static IEnumerable<string> Calls(FunctionApp app, IReadOnlyList<BannedCall> banned) =>
        from function in app.Orchestrators
        from method in ReachableCode.From(function.Method)
        from called in IlReader.Read(method).Select(instruction => instruction.Operand).OfType<MethodBase>()
        from ban in banned
        where ban.Forbids(called)
        select $"{function} calls {called.DeclaringType!.Name}.{called.Name} in {method.Name}: {ban.Instead}";

    private static IEnumerable<string> UsesLogger(FunctionApp app) =>
        (from function in app.Orchestrators
         from parameter in function.Parameters
         where parameter.ParameterType.IsAssignableTo(typeof(ILogger))
         select $"{function} takes {parameter.Name}: {UseContextLogger}")
        .Concat(
            from function in app.Orchestrators
            from method in ReachableCode.From(function.Method)
            from field in IlReader.Read(method).Select(instruction => instruction.Operand).OfType<FieldInfo>()
            where field.FieldType.IsAssignableTo(typeof(ILogger)) && !HoldsLocal(field)
            select $"{function} uses {field.DeclaringType!.Name}.{field.Name} in {method.Name}: {UseContextLogger}");

    private const string UseContextLogger = "each replay would log again; context.CreateReplaySafeLogger";

    // A local that lives on in a state machine or a closure; where it came from is seen at the call.
    private static bool HoldsLocal(FieldInfo field) => field.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute));

    private static IEnumerable<TaskCall> TaskCalls(FunctionApp app) =>
        from function in app.Orchestrators
        from method in ReachableCode.From(function.Method)
        from call in TaskCall.In(function, method)
        select call;
}
