using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>Keeps middleware in the order in which it was added, as a host does.</summary>
internal sealed class FakeBuilder : IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

    public IServiceCollection Services { get; } = new ServiceCollection();

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    public FunctionExecutionDelegate Build(FunctionExecutionDelegate function) =>
        Enumerable.Reverse(_middleware).Aggregate(function, (next, add) => add(next));
}

internal sealed class CountingMiddleware : IFunctionsWorkerMiddleware
{
    public int Count { get; private set; }

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        Count++;
        return next(context);
    }
}

/// <summary>An invocation of which only items and services are asked for.</summary>
internal sealed class FakeContext : FunctionContext
{
    public override string InvocationId => throw new NotSupportedException();

    public override string FunctionId => throw new NotSupportedException();

    public override TraceContext TraceContext => throw new NotSupportedException();

    public override BindingContext BindingContext => throw new NotSupportedException();

    public override RetryContext RetryContext => throw new NotSupportedException();

    public override FunctionDefinition FunctionDefinition => throw new NotSupportedException();

    public override IInvocationFeatures Features => throw new NotSupportedException();

    public override IServiceProvider InstanceServices { get; set; } = new ServiceCollection().BuildServiceProvider();

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();
}
