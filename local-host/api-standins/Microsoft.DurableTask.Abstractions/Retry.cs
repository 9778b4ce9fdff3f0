namespace Microsoft.DurableTask;

/// <summary>Decides after each failure. Part of the orchestrator: it replays, and keeps the orchestrator's rules.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <inheritdoc cref="RetryHandler"/>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

/// <param name="OrchestrationContext">The orchestration that called.</param>
/// <param name="LastAttemptNumber">1 after the first failure.</param>
/// <param name="LastFailure">Why the last attempt failed.</param>
/// <param name="TotalRetryTime">Since the first attempt began.</param>
/// <param name="CancellationToken">Cancels the retries.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);

/// <summary>Attempts at growing intervals.</summary>
public class RetryPolicy
{
    private readonly Func<Exception, bool> _handle = _ => true;

    /// <param name="maxNumberOfAttempts">At least 1: the first attempt counts.</param>
    /// <param name="firstRetryInterval">More than zero.</param>
    /// <param name="backoffCoefficient">The factor from interval to interval, at least 1.</param>
    /// <param name="maxRetryInterval">An hour unless set; not less than the first interval.</param>
    /// <param name="retryTimeout">No end unless set; not less than the first interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside these bounds.</exception>
    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = NotBelowFirst(maxRetryInterval ?? TimeSpan.FromHours(1), maxRetryInterval is null);
        RetryTimeout = NotBelowFirst(retryTimeout ?? Timeout.InfiniteTimeSpan, retryTimeout is null);
    }

    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    public TimeSpan MaxRetryInterval { get; }

    public TimeSpan RetryTimeout { get; }

    /// <summary>False ends the attempts early.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => _handle = exception => value(((TaskFailedException)exception).FailureDetails);
    }

    /// <summary>The only way to ask <see cref="HandleFailure"/>: pass it a <see cref="TaskFailedException"/>.</summary>
    [Obsolete("Set HandleFailure.")]
    public Func<Exception, bool> Handle => _handle;

    private TimeSpan NotBelowFirst(TimeSpan interval, bool isDefault)
    {
        if (!isDefault && interval != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(interval, FirstRetryInterval);

        return interval;
    }
}

/// <summary>A policy or a handler.</summary>
public sealed class TaskRetryOptions
{
    public TaskRetryOptions(RetryPolicy policy) => Policy = policy;

    public TaskRetryOptions(AsyncRetryHandler handler) => Handler = handler;

    public RetryPolicy? Policy { get; }

    public AsyncRetryHandler? Handler { get; }

    public static implicit operator TaskRetryOptions(RetryPolicy policy) => FromRetryPolicy(policy);

    public static implicit operator TaskRetryOptions(AsyncRetryHandler handler) => FromRetryHandler(handler);

    public static implicit operator TaskRetryOptions(RetryHandler handler) => FromRetryHandler(handler);

    public static TaskRetryOptions FromRetryPolicy(RetryPolicy policy) => new(policy);

    public static TaskRetryOptions FromRetryHandler(AsyncRetryHandler handler) => new(handler);

    public static TaskRetryOptions FromRetryHandler(RetryHandler handler) =>
        new(context => Task.FromResult(handler(context)));
}
