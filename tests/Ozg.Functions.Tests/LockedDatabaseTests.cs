using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>Another process holds the host's database: whoever gets a receipt meanwhile has lost nothing.</summary>
public sealed class LockedDatabaseTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ozg-locked-").FullName;
    private readonly BackOffice _backOffice = new(_ => Task.FromResult(Results.Ok()));

    public Task InitializeAsync() => _backOffice.StartAsync();

    public async Task DisposeAsync()
    {
        await _backOffice.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_receipt_given_while_another_process_locks_the_database_is_kept()
    {
        using var host = await HostProcess.StartAsync(_folder, new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = await NewStorageAsync(),
            ["BackOffice__Targets__default__steuern__Url"] = _backOffice.Address,
            ["SweepSchedule"] = "* * * * * *",
            ["Operations__SweepAfter"] = "00:00:01",
        });
        var before = await KillTests.SubmitAsync(host.Http);

        JsonNode meanwhile;
        using (await LockAsync(Path.Combine(_folder, "host.db")))
        {
            meanwhile = await KillTests.SubmitAsync(host.Http);
            await KillTests.EventuallyAsync(() => Task.FromResult(host.Said.Contains("Another program has locked", StringComparison.Ordinal)));
        }

        foreach (var receipt in (JsonNode[])[before, meanwhile])
        {
            await KillTests.DecideAsync(host.Http, receipt);
            var path = new Uri((string)receipt["statusUrl"]!).PathAndQuery;
            await KillTests.EventuallyAsync(async () => (string?)(await host.Http.GetFromJsonAsync<JsonNode>(path))!["status"] == "completed");
        }

        Assert.Equal(2, _backOffice.Kept.Count);
    }

    [Fact]
    public async Task A_delivery_that_the_built_in_back_office_cannot_keep_is_tried_again_and_kept_once()
    {
        await using var pipeline = await StartAsync();
        var receipt = await pipeline.SubmitAsync(Darmstadt);

        using (await LockAsync(Path.Combine(pipeline.Folder, "backoffice.db")))
        {
            await pipeline.DecideAsync(Darmstadt, await pipeline.TokenAsync(Darmstadt, "anna"), receipt);
            Assert.Equal("delivering", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        }

        await pipeline.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal("completed", (string?)(await pipeline.StatusAsync(receipt))["status"]);
        Assert.Single(await pipeline.DeliveriesAsync(receipt));
    }

    private static async Task<SqliteConnection> LockAsync(string file)
    {
        var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync();
        using var exclusive = other.CreateCommand();
        exclusive.CommandText = "BEGIN EXCLUSIVE";
        await exclusive.ExecuteNonQueryAsync();
        return other;
    }
}
