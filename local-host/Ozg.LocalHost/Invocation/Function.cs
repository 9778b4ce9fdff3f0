using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Ozg.Hosting.Invocation;

/// <summary>One function of the app, ready to be invoked.</summary>
internal sealed class Function
{
    private readonly Bind[] _parameters;
    private readonly ObjectFactory? _newInstance;
    private readonly MethodResult _result;

    public Function(string name, MethodInfo method, TriggerBinding binding)
    {
        Name = name;
        Method = method;
        Binding = binding;
        Definition = new LocalFunctionDefinition(name, method);
        _newInstance = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.ReflectedType!, []);
        _result = MethodResult.Of(method);
        _parameters = [.. method.GetParameters().Select(parameter => ParameterBinding.For(parameter, this, binding))];
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public TriggerBinding Binding { get; }

    public FunctionDefinition Definition { get; }

    /// <summary>Binds, makes the function's class, calls it and waits for it.</summary>
    public async Task<object?> RunAsync(LocalFunctionContext context)
    {
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = await _parameters[i](context);

        var instance = _newInstance?.Invoke(context.InstanceServices, null);
        try
        {
            var returned = Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
            return await _result.WaitAsync(returned);
        }
        finally
        {
            if (instance is IAsyncDisposable asynchronous)
                await asynchronous.DisposeAsync();
            else
                (instance as IDisposable)?.Dispose();
        }
    }
}
