using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>What a function may look like, whatever starts it.</summary>
internal static class SignatureRules
{
    // The triggers whose extension declares the capability FunctionLevelRetry; of these we use one.
    private static readonly Type[] RetryTriggers = [typeof(TimerTriggerAttribute)];

    public static IReadOnlyList<SdkRule> All { get; } =
    [
        new("public", NotPublic),
        new("one trigger", NotOneTrigger),
        new("AZFW0002", AsyncVoid),
        new("AZFW0005", SeveralBindings),
        new("AZFW0008", WrongCardinality),
        new("AZFW0012", RetryOnWrongTrigger),
        new("AZFW0017", SameName),
    ];

    private static IEnumerable<string> NotPublic(FunctionApp app) =>
        from function in app.Functions
        where !function.Method.IsPublic
        select $"{function} is not public: the generator passes it over without a word";

    private static IEnumerable<string> NotOneTrigger(FunctionApp app) =>
        from function in app.Functions
        let count = function.Triggers.Count()
        where count != 1
        select $"{function} has {count} triggers";

    private static IEnumerable<string> AsyncVoid(FunctionApp app) =>
        from function in app.Functions
        where function.Method.ReturnType == typeof(void) && function.Method.IsDefined(typeof(AsyncStateMachineAttribute))
        select $"{function} is async void: nobody waits for it, and its exceptions end the process";

    private static IEnumerable<string> SeveralBindings(FunctionApp app) =>
        from function in app.Functions
        from parameter in function.Parameters
        where parameter.GetCustomAttributes<BindingAttribute>().Count() > 1
        select $"{function} binds {parameter.Name} more than once";

    private static IEnumerable<string> WrongCardinality(FunctionApp app) =>
        from function in app.Functions
        from parameter in function.Parameters
        from binding in parameter.GetCustomAttributes().OfType<ISupportCardinality>()
        let takesMany = parameter.ParameterType.IsArray && parameter.ParameterType != typeof(byte[])
        where takesMany != (binding.Cardinality == Cardinality.Many)
        select $"{function} takes {(takesMany ? "an array" : "one item")}, but {parameter.Name} is{(takesMany ? " not" : "")} batched";

    private static IEnumerable<string> RetryOnWrongTrigger(FunctionApp app) =>
        from function in app.Functions
        where function.Method.IsDefined(typeof(RetryAttribute))
        from trigger in function.Triggers
        where !RetryTriggers.Contains(trigger.GetType())
        select $"{function} has a retry attribute, which the host refuses on a {trigger.GetType().Name}";

    private static IEnumerable<string> SameName(FunctionApp app) =>
        from sameName in app.Functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
        where sameName.Count() > 1
        select $"{sameName.Key} names {string.Join(" and ", sameName)}";
}
