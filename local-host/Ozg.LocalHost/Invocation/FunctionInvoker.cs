using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Ozg.Hosting.Invocation;

/// <summary>Runs functions inside the app's middleware, the first registered outermost.</summary>
internal sealed class FunctionInvoker(IEnumerable<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _pipeline = middleware.Reverse()
        .Aggregate((FunctionExecutionDelegate)RunFunctionAsync, (next, wrap) => wrap(next));

    /// <returns>What the function returned.</returns>
    public async Task<object?> InvokeAsync(LocalFunctionContext context)
    {
        await _pipeline(context);
        return context.Result;
    }

    private static async Task RunFunctionAsync(FunctionContext context)
    {
        var local = context as LocalFunctionContext
            ?? throw new InvalidOperationException("Middleware must hand on the FunctionContext that it was given.");
        local.Result = await local.Function.RunAsync(local);
    }
}
