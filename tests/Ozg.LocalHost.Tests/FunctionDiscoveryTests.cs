using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Ozg.Hosting.Invocation;

namespace Ozg.Hosting.Tests;

public sealed class FunctionDiscoveryTests
{
    [Theory]
    [InlineData(typeof(Twice<>), "Two functions are called Same")]
    [InlineData(typeof(NoTrigger<>), "Function Idle has 0 triggers; it needs exactly one.")]
    [InlineData(typeof(AsyncVoid<>), "Function Lost is async void: nobody can wait for it. Return a Task.")]
    [InlineData(typeof(UnknownTrigger<>), "Function Odd is started by a OddTriggerAttribute, which the local host does not run.")]
    [InlineData(typeof(Retries<>), "Function Again has a FixedDelayRetryAttribute, which the local host does not run.")]
    [InlineData(typeof(Unbindable<>), "Function Wants: the local host cannot bind parameter 'stream' of type Stream")]
    public void What_could_not_run_is_refused_and_named(Type type, string reason)
    {
        var refused = Assert.Throws<LocalHostException>(() => FunctionDiscovery.Find([type.MakeGenericType(typeof(int))]));

        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    // Generic, so that they are not found among the functions of this assembly.
#pragma warning disable IDE0060 // The parameters are what it is about.
    private static class Twice<T>
    {
        [Function("Same")]
        public static void One([HttpTrigger] HttpRequest request) => throw new NotSupportedException();

        [Function("same")]
        public static void Two([HttpTrigger] HttpRequest request) => throw new NotSupportedException();
    }

    private static class NoTrigger<T>
    {
        [Function("Idle")]
        public static void Run() => throw new NotSupportedException();
    }

    private static class AsyncVoid<T>
    {
        [Function("Lost")]
        public static async void Run([HttpTrigger] HttpRequest request) => await Task.Yield();
    }

    private static class UnknownTrigger<T>
    {
        [Function("Odd")]
        public static void Run([OddTrigger] string what) => throw new NotSupportedException();
    }

    private static class Retries<T>
    {
        [Function("Again")]
        [FixedDelayRetry(3, "00:00:01")]
        public static void Run([TimerTrigger("00:01:00")] TimerInfo timer) => throw new NotSupportedException();
    }

    private static class Unbindable<T>
    {
        [Function("Wants")]
        public static void Run([HttpTrigger] HttpRequest request, Stream stream) => throw new NotSupportedException();
    }
#pragma warning restore IDE0060

    private sealed class OddTriggerAttribute : TriggerBindingAttribute;
}
