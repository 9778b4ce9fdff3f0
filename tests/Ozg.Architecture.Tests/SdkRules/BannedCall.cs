using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>A member that an orchestrator must not call, and what it calls instead.</summary>
internal sealed record BannedCall(string Rule, string Instead, Func<Type, bool> On, string[] Members)
{
    private const string Activity = "let an activity do it";

    // Every iterator that the compiler writes asks for it, to know whether it is used again; nothing is made of the answer.
    private const string IteratorsOwn = "get_CurrentManagedThreadId";

    private static readonly string[] InputOutput =
        ["System.Net.Http", "System.Net.Sockets", "System.Data", "Microsoft.Data.Sqlite", "Azure.Storage", "Azure.Data.Tables", "Azure.Messaging"];

    public static IReadOnlyList<BannedCall> All { get; } =
    [
        new("DURABLE0001", "context.CurrentUtcDateTime", Type<DateTime>(), ["get_Now", "get_UtcNow", "get_Today"]),
        new("DURABLE0001", "context.CurrentUtcDateTime", Type<DateTimeOffset>(), ["get_Now", "get_UtcNow"]),
        new("DURABLE0001", "context.CurrentUtcDateTime", Type<TimeProvider>(), []),
        new("DURABLE0001", "context.CurrentUtcDateTime", Type<Stopwatch>(), []),
        new("DURABLE0002", "context.NewGuid", Type<Guid>(), ["NewGuid", "CreateVersion7"]),
        new("DURABLE0002", Activity, Type<Random>(), []),
        new("DURABLE0002", Activity, Type<RandomNumberGenerator>(), []),
        new("DURABLE0003", "context.CreateTimer", Type<Task>(), ["Delay"]),
        new("DURABLE0003", "context.CreateTimer", Type<Thread>(), ["Sleep"]),
        new("DURABLE0004", "await tasks of the context only", Type<Task>(), ["Run", "ContinueWith", "ConfigureAwait", "Yield", "WaitAsync"]),
        new("DURABLE0004", "Cancel", Type<CancellationTokenSource>(), ["CancelAsync", "CancelAfter"]),
        new("DURABLE0004", Activity, type => type.Name.Split('`')[0] == nameof(TaskFactory), []),
        new("DURABLE0004", Activity, Type<Thread>(), [".ctor", "Start"]),
        new("DURABLE0004", Activity, type => type == typeof(ThreadPool) || type == typeof(Parallel) || type == typeof(Timer), []),
        new("DURABLE0005", Activity, IsInputOutput, []),
        new("DURABLE0006", Activity, type => type == typeof(Environment), []),
    ];

    public bool Forbids(MethodBase called) =>
        called.Name != IteratorsOwn
        && called.DeclaringType is { } type
        && On(type)
        && (Members.Length == 0 || Members.Contains(called.Name));

    // Task<T> is a Task.
    private static Func<Type, bool> Type<T>() => type => type.IsAssignableTo(typeof(T));

    private static bool IsInputOutput(Type type) =>
        type == typeof(File) || type == typeof(Directory) || type == typeof(FileStream)
        || InputOutput.Any(name => type.Namespace == name || type.Namespace?.StartsWith(name + ".", StringComparison.Ordinal) == true);
}
