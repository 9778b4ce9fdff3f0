using System.Text.Json;

namespace Ozg.Benchmarks;

/// <summary>The yardstick: the same five activities and one event, the same JSON and hops between threads, and no persistence.</summary>
internal static class InMemoryCase
{
    public static async Task RunAsync()
    {
        var decided = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var value = await CallAsync(1, BenchFunctions.Add);
        value = await CallAsync(value, BenchFunctions.Add);
        await CallAsync(0, input =>
        {
            decided.SetResult(JsonSerializer.Serialize(1));
            return input;
        });
        value += JsonSerializer.Deserialize<int>(await decided.Task);
        value = await CallAsync(value, BenchFunctions.Add);
        if (await CallAsync(value, BenchFunctions.Add) != 6)
            throw new InvalidOperationException("The case came to something else.");
    }

    private static async Task<int> CallAsync(int input, Func<int, int> activity)
    {
        var json = JsonSerializer.Serialize(input);
        var answer = await Task.Run(() => JsonSerializer.Serialize(activity(JsonSerializer.Deserialize<int>(json))));
        return JsonSerializer.Deserialize<int>(answer);
    }
}
