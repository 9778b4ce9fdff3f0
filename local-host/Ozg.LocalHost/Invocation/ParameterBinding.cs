using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Ozg.Hosting.Invocation;

/// <summary>Chooses, once per function, where each parameter's value comes from.</summary>
internal static class ParameterBinding
{
    public static Bind For(ParameterInfo parameter, Function function, TriggerBinding trigger)
    {
        if (parameter.GetCustomAttributes().Contains(trigger.Attribute))
            return trigger.BindTrigger(parameter) ?? throw Impossible(parameter, function, "its trigger has no such value");
        if (parameter.ParameterType == typeof(FunctionContext))
            return context => new(context);
        if (parameter.ParameterType == typeof(CancellationToken))
            return context => new(context.CancellationToken);
        if (parameter.GetCustomAttribute<DurableClientAttribute>() is not null)
        {
            return parameter.ParameterType == typeof(DurableTaskClient)
                ? context => new(context.InstanceServices.GetRequiredService<DurableTaskClient>())
                : throw Impossible(parameter, function, "a durable client is a DurableTaskClient");
        }

        return trigger.BindOther(parameter) ?? FromBindingData(parameter, function);
    }

    private static Bind FromBindingData(ParameterInfo parameter, Function function)
    {
        var name = parameter.Name!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var missing = parameter.HasDefaultValue ? parameter.DefaultValue
            : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
        var parse = Parser.For(type)
            ?? throw Impossible(parameter, function, "neither its trigger nor a route or query value can give it");
        return context =>
        {
            if (!context.BindingContext.BindingData.TryGetValue(name, out var found) || found is null)
                return new(missing);

            if (type.IsInstanceOfType(found))
                return new(found);

            var text = Convert.ToString(found, CultureInfo.InvariantCulture)!;
            return parse(text, out var value)
                ? new(value)
                : throw new FormatException($"Parameter '{name}' of function {function.Name}: not a {type.Name}.");
        };
    }

    private static LocalHostException Impossible(ParameterInfo parameter, Function function, string why) =>
        new($"Function {function.Name}: the local host cannot bind parameter '{parameter.Name}' of type "
            + $"{parameter.ParameterType.Name}: {why}.");
}
