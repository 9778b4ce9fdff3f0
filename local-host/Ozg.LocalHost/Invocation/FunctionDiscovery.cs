using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Ozg.Hosting.Bus;
using Ozg.Hosting.Durable;
using Ozg.Hosting.Http;
using Ozg.Hosting.Timers;

namespace Ozg.Hosting.Invocation;

/// <summary>Finds the functions of an app and refuses what Azure, or this host, would not run.</summary>
internal static class FunctionDiscovery
{
    /// <exception cref="LocalHostException">A function could not run; the message names it.</exception>
    public static IReadOnlyList<Function> Find(IEnumerable<Assembly> assemblies) => Find(assemblies.Distinct()
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsClass && (!type.IsAbstract || type.IsSealed) && !type.ContainsGenericParameters));

    /// <inheritdoc cref="Find(IEnumerable{Assembly})"/>
    public static IReadOnlyList<Function> Find(IEnumerable<Type> types)
    {
        var functions = types
            .SelectMany(type => type.GetMethods(
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => (Method: method, method.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(one => one.Name is not null)
            .Select(one => Make(one.Name!, one.Method))
            .ToList();

        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(group => group.Count() > 1);
        return twice is null ? functions : throw new LocalHostException(
            $"Two functions are called {twice.Key}: {string.Join(" and ", twice.Select(one => one.Definition.EntryPoint))}.");
    }

    private static Function Make(string name, MethodInfo method)
    {
        if (method.ReturnType == typeof(void) && method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            throw new LocalHostException($"Function {name} is async void: nobody can wait for it. Return a Task.");
        if (method.GetCustomAttribute<RetryAttribute>() is { } retry)
            throw new LocalHostException($"Function {name} has a {retry.GetType().Name}, which the local host does not run.");

        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>()).ToList();
        if (triggers.Count != 1)
            throw new LocalHostException($"Function {name} has {triggers.Count} triggers; it needs exactly one.");

        RefuseOutputs(name, method);
        return new Function(name, method, BindingOf(name, triggers[0]));
    }

    private static TriggerBinding BindingOf(string name, TriggerBindingAttribute trigger) => trigger switch
    {
        HttpTriggerAttribute http => new HttpBinding(http),
        TimerTriggerAttribute timer => new TimerBinding(timer),
        ServiceBusTriggerAttribute bus => new BusBinding(bus),
        OrchestrationTriggerAttribute orchestration => new OrchestrationBinding(orchestration),
        ActivityTriggerAttribute activity => new ActivityBinding(activity),
        _ => throw new LocalHostException(
            $"Function {name} is started by a {trigger.GetType().Name}, which the local host does not run."),
    };

    private static void RefuseOutputs(string name, MethodInfo method)
    {
        var output = method.GetCustomAttribute<OutputBindingAttribute>()
            ?? MethodResult.TypeOf(method).GetProperties()
                .SelectMany(property => property.GetCustomAttributes<OutputBindingAttribute>())
                .FirstOrDefault(attribute => attribute is not HttpResultAttribute);
        if (output is not null)
        {
            throw new LocalHostException(
                $"Function {name} has a {output.GetType().Name}, which the local host does not run. Send from the function instead.");
        }
    }
}
