using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>
/// A method, what the compiler made of it (state machines, lambdas, local functions), every method of ours that it
/// calls, and what fills their static fields. Calls through an interface or a virtual method end here: which body they reach is known only when they run.
/// </summary>
internal static class ReachableCode
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IReadOnlyList<MethodBase> From(MethodBase start)
    {
        var found = new Dictionary<(Module, int), MethodBase>();
        var open = new Stack<MethodBase>([start]);
        while (open.TryPop(out var method))
        {
            if (!IsOurs(method) || !found.TryAdd((method.Module, method.MetadataToken), method))
                continue;

            foreach (var called in IlReader.Read(method).Select(instruction => instruction.Operand).OfType<MethodBase>())
                open.Push(called);
            foreach (var part in StateMachine(method))
                open.Push(part);
            if (method.DeclaringType?.TypeInitializer is { } initializer)
                open.Push(initializer);
        }

        return [.. found.Values];
    }

    // The stand-ins are ours too, but the packages take their place.
    private static bool IsOurs(MethodBase method) =>
        method.Module.Assembly.GetName().Name is { } name
        && name.StartsWith("Ozg.", StringComparison.Ordinal)
        && name != "Ozg.ApiStandins";

    private static MethodInfo[] StateMachine(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType.GetMethods(All) ?? [];
}
