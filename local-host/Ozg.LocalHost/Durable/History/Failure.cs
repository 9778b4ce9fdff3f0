using Microsoft.DurableTask;

namespace Ozg.Hosting.Durable;

/// <summary>An exception as the history keeps it.</summary>
/// <param name="Type">The full name of its type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Where it was thrown.</param>
/// <param name="Inner">What caused it.</param>
/// <param name="Final">A retry cannot help: there is no such function.</param>
internal sealed record Failure(string Type, string Message, string? StackTrace, Failure? Inner, bool Final = false)
{
    public static Failure From(Exception exception) => new(
        exception.GetType().ToString(),
        exception.Message,
        exception.StackTrace,
        exception is TaskFailedException task ? From(task.FailureDetails)
            : exception.InnerException is { } inner ? From(inner) : null);

    public static Failure NoSuchFunction(string kind, string name) => new(
        typeof(InvalidOperationException).FullName!, $"The app has no {kind} function called '{name}'.", null, null, Final: true);

    public TaskFailureDetails ToDetails() => new(Type, Message, StackTrace, Inner?.ToDetails(), Properties: null);

    private static Failure From(TaskFailureDetails details) => new(
        details.ErrorType,
        details.ErrorMessage,
        details.StackTrace,
        details.InnerFailure is null ? null : From(details.InnerFailure));
}
