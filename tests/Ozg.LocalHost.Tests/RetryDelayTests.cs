using Microsoft.DurableTask;
using Ozg.Hosting.Durable;

namespace Ozg.Hosting.Tests;

// Azure/durabletask, src/DurableTask.Core/RetryInterceptor.cs, ComputeNextDelay; the defaults are those of
// microsoft/durabletask-dotnet, src/Abstractions/RetryPolicy.cs.
public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(1, null, "1 1 1 1")]
    [InlineData(2, null, "1 2 4 8")]
    [InlineData(2, 3, "1 2 3 3")]
    [InlineData(10, null, "1 10 60 60")]
    public void Intervals_are_fixed_or_grow_up_to_the_longest(double factor, int? longest, string minutes)
    {
        var policy = new RetryPolicy(
            5, TimeSpan.FromMinutes(1), factor, longest is { } max ? TimeSpan.FromMinutes(max) : null);

        var delays = Enumerable.Range(1, 4).Select(attempt => RetryDelay.After(attempt, Failure(), policy, TimeSpan.Zero));

        Assert.Equal(minutes, string.Join(' ', delays.Select(delay => delay!.Value.TotalMinutes)));
        Assert.Null(RetryDelay.After(5, Failure(), policy, TimeSpan.Zero));
    }

    [Fact]
    public void No_attempt_begins_after_the_time_for_retries()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1), retryTimeout: TimeSpan.FromMinutes(2));

        Assert.NotNull(RetryDelay.After(1, Failure(), policy, TimeSpan.FromMinutes(1.9)));
        Assert.Null(RetryDelay.After(1, Failure(), policy, TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void What_the_policy_does_not_handle_is_not_retried()
    {
        var policy = new RetryPolicy(5, TimeSpan.FromMinutes(1)) { HandleFailure = details => details.IsCausedBy<IOException>() };

        Assert.Null(RetryDelay.After(1, Failure(), policy, TimeSpan.Zero));
    }

    private static TaskFailedException Failure() =>
        new("Any", 0, new TaskFailureDetails(typeof(InvalidOperationException).FullName!, "Broken", null, null, null));
}
