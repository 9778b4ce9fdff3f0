using Microsoft.DurableTask;

namespace Ozg.Hosting.Durable;

/// <content>Calls of activities and sub-orchestrations, with their retries.</content>
internal sealed partial class LocalOrchestrationContext
{
    public override Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        EnsureOwnTurn();
        if (input is TaskOptions && options is null)
            throw new ArgumentException("TaskOptions were given as the input. Name the argument: options: …", nameof(input));

        var data = Json.Serialize(input);
        return CallAsync<TResult>(
            () => Steps.Add(step => new ActivityScheduled(step, name.Name, data) { At = _now }), options?.Retry);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        EnsureOwnTurn();
        var data = Json.Serialize(input);
        var id = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        var version = options?.Version?.Version;
        return CallAsync<TResult>(
            () => Steps.Add(step => new SubOrchestrationScheduled(step, orchestratorName.Name, id, data, version) { At = _now }),
            options?.Retry);
    }

    private async Task<TResult> CallAsync<TResult>(Func<Step> ask, TaskRetryOptions? retry)
    {
        var firstAttempt = CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            StepFailedException failed;
            try
            {
                return Json.Deserialize<TResult>(await Tasks.Add(ask().Number))!;
            }
            catch (StepFailedException failure)
            {
                failed = failure;
            }

            if (failed.Failure.Final || !await RetriesAsync(retry, failed.Official, attempt, firstAttempt))
                throw failed.Official;
        }
    }

    private async Task<bool> RetriesAsync(
        TaskRetryOptions? retry, TaskFailedException failure, int attempt, DateTime firstAttempt)
    {
        if (retry?.Handler is { } handler)
        {
            return await handler(new RetryContext(
                this, attempt, failure.FailureDetails, CurrentUtcDateTime - firstAttempt, CancellationToken.None));
        }

        if (retry?.Policy is not { } policy)
            return false;
        if (RetryDelay.After(attempt, failure, policy, CurrentUtcDateTime - firstAttempt) is not { } delay)
            return false;

        await CreateTimer(delay, CancellationToken.None);
        return true;
    }
}
