using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Hosting.Invocation;

/// <summary>One invocation.</summary>
/// <param name="function">What runs.</param>
/// <param name="trigger">What started it, as its trigger knows it: a request, a message, a timer.</param>
/// <param name="data">What the trigger knows beside it.</param>
/// <param name="services">The invocation's own scope.</param>
/// <param name="cancellationToken">Set when the host stops, or the caller has gone.</param>
internal sealed class LocalFunctionContext(
    Function function,
    object trigger,
    IReadOnlyDictionary<string, object?> data,
    IServiceProvider services,
    CancellationToken cancellationToken) : FunctionContext
{
    public Function Function => function;

    public object Trigger => trigger;

    /// <summary>What the function returned; middleware that ends early leaves it null.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => function.Definition.Id;

    public override TraceContext TraceContext { get; } = new LocalTraceContext(Activity.Current);

    public override BindingContext BindingContext { get; } = new LocalBindingContext(data);

    public override RetryContext RetryContext { get; } = new NoRetry();

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override FunctionDefinition FunctionDefinition => function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken => cancellationToken;

    private sealed class LocalBindingContext(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class LocalTraceContext(Activity? activity) : TraceContext
    {
        public override string TraceParent => activity?.Id ?? "";

        public override string TraceState => activity?.TraceStateString ?? "";
    }

    private sealed class NoRetry : RetryContext
    {
        public override int RetryCount => 0;

        public override int MaxRetryCount => 0;
    }
}
