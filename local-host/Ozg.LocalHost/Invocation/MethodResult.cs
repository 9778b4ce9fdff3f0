using System.Reflection;

namespace Ozg.Hosting.Invocation;

/// <summary>Waits for what a method returned and takes the value out of it: value, Task or ValueTask, with or without one.</summary>
internal abstract class MethodResult
{
    public static MethodResult Of(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open)
        {
            if (open == typeof(Task<>))
                return Create(typeof(OfTask<>), type);
            if (open == typeof(ValueTask<>))
                return Create(typeof(OfValueTask<>), type);
        }

        return new Plain();
    }

    /// <summary>The type of the value: <c>T</c> for a <c>Task&lt;T&gt;</c>.</summary>
    public static Type TypeOf(MethodInfo method) =>
        method.ReturnType is { IsGenericType: true } type
        && type.GetGenericTypeDefinition() is var open
        && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GenericTypeArguments[0]
            : method.ReturnType;

    public abstract ValueTask<object?> WaitAsync(object? returned);

    private static MethodResult Create(Type kind, Type returned) =>
        (MethodResult)Activator.CreateInstance(kind.MakeGenericType(returned.GenericTypeArguments))!;

    private sealed class Plain : MethodResult
    {
        public override async ValueTask<object?> WaitAsync(object? returned)
        {
            if (returned is ValueTask valueTask)
                await valueTask;
            else if (returned is Task task)
                await task;
            else
                return returned;

            return null;
        }
    }

    private sealed class OfTask<T> : MethodResult
    {
        public override async ValueTask<object?> WaitAsync(object? returned) => await (Task<T>)returned!;
    }

    private sealed class OfValueTask<T> : MethodResult
    {
        public override async ValueTask<object?> WaitAsync(object? returned) => await (ValueTask<T>)returned!;
    }
}
