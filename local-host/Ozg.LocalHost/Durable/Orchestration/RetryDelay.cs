using Microsoft.DurableTask;

namespace Ozg.Hosting.Durable;

/// <summary>How long a retry policy waits.</summary>
internal static class RetryDelay
{
    /// <param name="attempt">The attempt that failed; the first is 1.</param>
    /// <param name="failure">How it failed.</param>
    /// <param name="policy">The policy that decides.</param>
    /// <param name="elapsed">Since the first attempt began.</param>
    /// <returns>Null: no further attempt.</returns>
    public static TimeSpan? After(int attempt, TaskFailedException failure, RetryPolicy policy, TimeSpan elapsed)
    {
        var expired = policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout;
#pragma warning disable CS0618 // The only way to ask HandleFailure, which has no getter.
        if (attempt >= policy.MaxNumberOfAttempts || expired || !policy.Handle(failure))
#pragma warning restore CS0618
            return null;

        var factor = Math.Pow(policy.BackoffCoefficient, attempt - 1);
        var milliseconds = policy.FirstRetryInterval.TotalMilliseconds * factor;
        return policy.MaxRetryInterval == Timeout.InfiniteTimeSpan || milliseconds < policy.MaxRetryInterval.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(milliseconds)
            : policy.MaxRetryInterval;
    }
}
