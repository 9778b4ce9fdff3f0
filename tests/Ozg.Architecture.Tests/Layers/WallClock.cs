using System.Diagnostics;
using System.Reflection;
using Ozg.Architecture.Tests.SdkRules;

namespace Ozg.Architecture.Tests.Layers;

/// <summary>Where the time comes from the machine and not from the host's clock, which tests and <c>--clock</c> can advance.</summary>
internal static class WallClock
{
    private const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly string[] OfSqlite = ["'now'", "CURRENT_TIME", "CURRENT_DATE", "julianday(", "unixepoch("];

    /// <returns>The outermost type, and what it does.</returns>
    public static IEnumerable<(string Type, string Does)> Uses(IEnumerable<Type> types) =>
        from type in types
        from method in type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All))
        from operand in IlReader.Read(method).Select(instruction => instruction.Operand)
        let does = operand switch
        {
            MethodBase called when Tells(called) => $"calls {called.DeclaringType!.Name}.{called.Name}",
            string text when OfSqlite.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)) => $"says {text.Trim()}",
            _ => null,
        }
        where does is not null
        select (Outermost(type).Name, does);

    private static bool Tells(MethodBase called)
    {
        var parameters = called.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        if (called.DeclaringType is not { } type || parameters.Contains(typeof(TimeProvider)))
            return false;
        if (type == typeof(DateTime) || type == typeof(DateTimeOffset))
            return called.Name is "get_Now" or "get_UtcNow" or "get_Today";
        if (type == typeof(TimeProvider))
            return called.Name == "get_System";
        if (type == typeof(Environment))
            return called.Name.StartsWith("get_TickCount", StringComparison.Ordinal);
        if (type.IsAssignableTo(typeof(Task)))
            return called.Name == nameof(Task.Delay) || (called.Name == nameof(Task.WaitAsync) && parameters.Contains(typeof(TimeSpan)));
        if (type == typeof(CancellationTokenSource))
            return called.Name == nameof(CancellationTokenSource.CancelAfter) || (called.IsConstructor && parameters.Count > 0);

        return type == typeof(Stopwatch) || type == typeof(Timer) || type == typeof(System.Timers.Timer) || (type == typeof(PeriodicTimer) && called.IsConstructor);
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
