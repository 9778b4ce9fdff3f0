using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Http;

/// <summary>The request itself, or its body: as text, as bytes, or read as JSON.</summary>
internal sealed class HttpBinding(HttpTriggerAttribute trigger) : TriggerBinding(trigger)
{
    public HttpTriggerAttribute Http => trigger;

    public override Bind BindTrigger(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (BindOther(parameter) is { } whole)
            return whole;
        if (type == typeof(Stream))
            return Value(context => Request(context).Body);
        if (type == typeof(string))
            return async context => (await BodyAsync(context)).ToString();
        if (type == typeof(byte[]))
            return async context => (await BodyAsync(context)).ToArray();
        if (type == typeof(BinaryData))
            return async context => await BodyAsync(context);

        return async context => await Request(context).ReadFromJsonAsync(type, context.CancellationToken);
    }

    public override Bind? BindOther(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(HttpRequest))
            return Value(Request);

        return parameter.ParameterType == typeof(HttpContext) ? Value(context => context.Trigger) : null;
    }

    private static HttpRequest Request(LocalFunctionContext context) => ((HttpContext)context.Trigger).Request;

    private static async Task<BinaryData> BodyAsync(LocalFunctionContext context) =>
        await BinaryData.FromStreamAsync(Request(context).Body, context.CancellationToken);
}
