using System.Reflection;

namespace Microsoft.DurableTask;

/// <summary>An activity or sub-orchestration failed; thrown where the orchestrator awaits it.</summary>
public sealed class TaskFailedException : Exception
{
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : this(taskName, taskId, TaskFailureDetails.FromException(innerException), innerException)
    {
    }

    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : this(taskName, taskId, failureDetails, innerException: null)
    {
    }

    private TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails, Exception? innerException)
        : base($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails.ErrorMessage}", innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    public string TaskName { get; }

    public int TaskId { get; }

    public TaskFailureDetails FailureDetails { get; }
}

/// <summary>What is left of an exception when it has travelled through the history.</summary>
/// <param name="ErrorType">The full name of its type.</param>
/// <param name="ErrorMessage">Its message.</param>
/// <param name="StackTrace">Its stack trace, if one was recorded.</param>
/// <param name="InnerFailure">Its inner exception.</param>
/// <param name="Properties">Nothing unless the host is told to record some.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public static TaskFailureDetails FromException(Exception exception) => new(
        exception.GetType().ToString(),
        exception.Message,
        exception.StackTrace,
        exception.InnerException is null ? null : FromException(exception.InnerException),
        Properties: null);

    /// <inheritdoc cref="IsCausedBy(Type)"/>
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T));

    /// <summary>Whether the exception was one of this type or of a type derived from it; false if its type is not loaded.</summary>
    /// <exception cref="AmbiguousMatchException">Several loaded types have its name.</exception>
    public bool IsCausedBy(Type targetBaseExceptionType)
    {
        if (!targetBaseExceptionType.IsAssignableTo(typeof(Exception)))
            throw new ArgumentException($"{targetBaseExceptionType} is no exception.", nameof(targetBaseExceptionType));

        var type = Type.GetType(ErrorType) ?? targetBaseExceptionType.Assembly.GetType(ErrorType) ?? LoadedType();
        return targetBaseExceptionType.IsAssignableFrom(type);
    }

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private Type? LoadedType()
    {
        var types = AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(ErrorType)).OfType<Type>().ToList();
        return types.Count > 1 ? throw new AmbiguousMatchException($"Several types are called {ErrorType}.") : types.FirstOrDefault();
    }
}
