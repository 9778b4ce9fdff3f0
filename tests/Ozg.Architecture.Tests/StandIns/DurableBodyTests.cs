using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ozg.Architecture.Tests.StandIns;

public class DurableBodyTests
{
    [Fact]
    public async Task An_event_in_time_is_returned_and_its_timer_cancelled()
    {
        var context = new FakeOrchestration();

        var wait = context.WaitForExternalEvent<string>("decided", TimeSpan.FromDays(1));
        context.Event.SetResult("approved");

        Assert.Equal("approved", await wait);
        Assert.Equal(context.CurrentUtcDateTime.AddDays(1), context.FireAt);
        Assert.True(context.Timer.Task.IsCanceled);
    }

    [Fact]
    public async Task A_time_that_is_up_cancels_the_wait()
    {
        var context = new FakeOrchestration();

        var wait = context.WaitForExternalEvent<string>("decided", TimeSpan.FromDays(1));
        context.Timer.SetResult();

        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
    }

    [Fact]
    public async Task Options_given_second_are_options_and_no_input()
    {
        var context = new FakeOrchestration();
        var options = TaskOptions.FromRetryPolicy(new RetryPolicy(3, TimeSpan.FromSeconds(1)));

        await context.CallActivityAsync("Record", options);
        await context.CallSubOrchestratorAsync("Process", options.WithInstanceId("child"));

        Assert.Equal(("Record", null, options), context.Calls[0]);
        Assert.Equal(("Process", null, new SubOrchestrationOptions(options, "child")), context.Calls[1]);
    }

    [Fact]
    public void A_replay_does_not_log_again()
    {
        var context = new FakeOrchestration { Replaying = true };
        var logger = context.CreateReplaySafeLogger("Process");

        logger.Log(LogLevel.Information, 1, "again", null, (_, _) => throw new InvalidOperationException("It was written."));

        Assert.False(logger.IsEnabled(LogLevel.Critical));
    }

    [Fact]
    public void A_policy_is_asked_about_failures()
    {
        var policy = new RetryPolicy(3, TimeSpan.FromSeconds(1)) { HandleFailure = failure => failure.IsCausedBy<IOException>() };

#pragma warning disable CS0618 // The only way to ask.
        Assert.True(policy.Handle(Failed(new FileNotFoundException())));
        Assert.False(policy.Handle(Failed(new FormatException())));
#pragma warning restore CS0618
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(1, 0, 1, 1)]
    [InlineData(1, 2, 0.5, 2)]
    [InlineData(1, 2, 1, 1)]
    public void A_policy_that_the_official_one_refuses_is_refused(int attempts, int first, double factor, int longest) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new RetryPolicy(attempts, TimeSpan.FromSeconds(first), factor, TimeSpan.FromSeconds(longest)));

    [Fact]
    public void A_failure_keeps_the_causes_and_forgets_the_types()
    {
        var failure = TaskFailureDetails.FromException(new InvalidOperationException("outer", new FileNotFoundException("inner")));

        Assert.Equal("System.InvalidOperationException: outer", failure.ToString());
        Assert.True(failure.InnerFailure!.IsCausedBy<IOException>());
        Assert.False((failure with { ErrorType = "Nobody.Knows" }).IsCausedBy<Exception>());
    }

    [Fact]
    public void Names_are_equal_whatever_their_case()
    {
        TaskName name = "Process";

        Assert.Equal(new TaskName("PROCESS"), name);
        Assert.Equal(default, (TaskName)"");
        Assert.Equal(TaskVersion.Unversioned, new TaskVersion(""));
    }

    private static TaskFailedException Failed(Exception cause) => new("Record", 1, TaskFailureDetails.FromException(cause));

    private sealed class FakeOrchestration : TaskOrchestrationContext
    {
        public TaskCompletionSource Timer { get; } = new();

        public TaskCompletionSource<string> Event { get; } = new();

        public DateTime FireAt { get; private set; }

        public List<(string Name, object? Input, TaskOptions? Options)> Calls { get; } = [];

        public bool Replaying { get; init; }

        public override TaskName Name => "Fake";

        public override string InstanceId => "instance";

        public override ParentOrchestrationInstance? Parent => null;

        public override DateTime CurrentUtcDateTime => new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

        public override bool IsReplaying => Replaying;

        protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

        public override T? GetInput<T>()
            where T : default => throw new NotSupportedException();

        public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
            Record<TResult>(name, input, options);

        public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
            Record<TResult>(orchestratorName, input, options);

        public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
        {
            FireAt = fireAt;
            cancellationToken.Register(() => Timer.TrySetCanceled());
            return Timer.Task;
        }

        public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
        {
            cancellationToken.Register(() => Event.TrySetCanceled());
            return (Task<T>)(object)Event.Task;
        }

        public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

        public override void SetCustomStatus(object? customStatus) => throw new NotSupportedException();

        public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => throw new NotSupportedException();

        public override Guid NewGuid() => throw new NotSupportedException();

        private Task<TResult> Record<TResult>(string name, object? input, TaskOptions? options)
        {
            Calls.Add((name, input, options));
            return Task.FromResult(default(TResult)!);
        }
    }
}
