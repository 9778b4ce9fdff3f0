using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ozg.Architecture.Tests.SdkRules.Samples;

internal static class SignatureSamples
{
    [Breaks("public")]
    internal static class Hidden
    {
        [Function("Hidden")]
        internal static void Run([HttpTrigger("get")] HttpRequest request) => request.HttpContext.Abort();
    }

    [Breaks("one trigger")]
    internal static class NothingStartsIt
    {
        [Function("NothingStartsIt")]
        public static void Run(HttpRequest request) => request.HttpContext.Abort();
    }

    [Breaks("one trigger")]
    internal static class TwoThingsStartIt
    {
        [Function("TwoThingsStartIt")]
        public static void Run([HttpTrigger("get")] HttpRequest request, [TimerTrigger("0 0 * * * *")] TimerInfo timer) =>
            request.HttpContext.Items.Add("late", timer.IsPastDue);
    }

    [Breaks("AZFW0002")]
    internal static class NobodyWaits
    {
        [Function("NobodyWaits")]
        public static async void Run([HttpTrigger("get")] HttpRequest request) => await request.ReadFormAsync();
    }

    [Breaks("AZFW0005")]
    internal static class BoundTwice
    {
        [Function("BoundTwice")]
        public static Task Run([HttpTrigger("post")] HttpRequest request, [DurableClient, Second] DurableTaskClient client) =>
            client.RaiseEventAsync(request.Path, "event");

        [AttributeUsage(AttributeTargets.Parameter)]
        private sealed class SecondAttribute : Microsoft.Azure.Functions.Worker.Extensions.Abstractions.InputBindingAttribute;
    }

    [Breaks("AZFW0008")]
    internal static class ArrayWithoutBatch
    {
        [Function("ArrayWithoutBatch")]
        public static int Run([ServiceBusTrigger("results")] ServiceBusReceivedMessage[] messages) => messages.Length;
    }

    [Breaks("AZFW0008")]
    internal static class BatchWithoutArray
    {
        [Function("BatchWithoutArray")]
        public static string Run([ServiceBusTrigger("results", IsBatched = true)] ServiceBusReceivedMessage message) => message.MessageId;
    }

    [Breaks("AZFW0012")]
    internal static class RetriesWhereTheBusDoes
    {
        [Function("RetriesWhereTheBusDoes")]
        [FixedDelayRetry(5, "00:00:10")]
        public static string Run([ServiceBusTrigger("results")] ServiceBusReceivedMessage message) => message.MessageId;
    }

    [Breaks("AZFW0017")]
    internal static class SameName
    {
        [Function("Sweep")]
        public static bool Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => timer.IsPastDue;

        [Function("sweep")]
        public static bool RunToo([TimerTrigger("0 30 * * * *")] TimerInfo timer) => timer.IsPastDue;
    }

    [Breaks("DURABLE0007")]
    internal static class Cancellable
    {
        [Function("Cancellable")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, CancellationToken cancellationToken) =>
            context.CreateTimer(TimeSpan.FromDays(1), cancellationToken);
    }

    [Breaks("DURABLE0008")]
    internal static class WithClient
    {
        [Function("WithClient")]
        public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context, [DurableClient] DurableTaskClient client) =>
            client.RaiseEventAsync(context.InstanceId, "event");
    }

    [Breaks("DURABLE1001")]
    internal static class WithoutContext
    {
        [Function("WithoutContext")]
        public static string Run([OrchestrationTrigger] string input) => input;
    }

    [Breaks("DURABLE1002")]
    internal static class WithoutClient
    {
        [Function("WithoutClient")]
        public static string Run([HttpTrigger("get")] HttpRequest request, [DurableClient] string client) => request.Path + client;
    }
}
