using System.Reflection;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Bus;

/// <summary>A message or, batched, an array of them: whole, or its body as text, bytes or an object read from JSON.</summary>
internal sealed class BusBinding : TriggerBinding
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNameCaseInsensitive = true };

    public BusBinding(ServiceBusTriggerAttribute trigger)
        : base(trigger) => Bus = trigger;

    public ServiceBusTriggerAttribute Bus { get; }

    /// <summary>Null: the trigger does not say, so host.json does.</summary>
    public bool? AutoComplete { get; private set; }

    public override Bind? BindTrigger(ParameterInfo parameter)
    {
        if (parameter.CustomAttributes.SelectMany(one => one.NamedArguments)
            .Any(argument => argument.MemberName == nameof(ServiceBusTriggerAttribute.AutoCompleteMessages)))
        {
            AutoComplete = Bus.AutoCompleteMessages;
        }

        var type = parameter.ParameterType;
        if (!Bus.IsBatched)
            return Value(context => Read(Messages(context)[0], type));
        if (!type.IsArray)
            return null;

        return Value(context =>
        {
            var messages = Messages(context);
            var array = Array.CreateInstance(type.GetElementType()!, messages.Count);
            for (var i = 0; i < messages.Count; i++)
                array.SetValue(Read(messages[i], type.GetElementType()!), i);
            return array;
        });
    }

    public override Bind? BindOther(ParameterInfo parameter)
    {
        if (parameter.ParameterType == typeof(ServiceBusMessageActions))
            return Value(context => ((Delivery)context.Trigger).Actions);

        return parameter.ParameterType == typeof(ServiceBusSessionMessageActions) && Bus.IsSessionsEnabled
            ? Value(context => ((Delivery)context.Trigger).Session)
            : null;
    }

    private static IReadOnlyList<ServiceBusReceivedMessage> Messages(LocalFunctionContext context) =>
        ((Delivery)context.Trigger).Messages;

    private static object? Read(ServiceBusReceivedMessage message, Type type)
    {
        if (type == typeof(ServiceBusReceivedMessage))
            return message;
        if (type == typeof(string))
            return message.Body.ToString();
        if (type == typeof(byte[]))
            return message.Body.ToArray();

        return type == typeof(BinaryData) ? message.Body : JsonSerializer.Deserialize(message.Body, type, Json);
    }
}

/// <summary>What starts a function: one message, or a batch.</summary>
internal sealed record Delivery(
    IReadOnlyList<ServiceBusReceivedMessage> Messages, ServiceBusMessageActions Actions, ServiceBusSessionMessageActions? Session);
