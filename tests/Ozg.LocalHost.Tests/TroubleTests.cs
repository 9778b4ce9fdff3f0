using Azure.Messaging.ServiceBus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Ozg.Hosting.Tests.Functions;

namespace Ozg.Hosting.Tests;

/// <summary>The disk refuses for a while.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task An_answer_that_cannot_be_kept_is_asked_for_again()
    {
        await using var arrange = await Arrange.HostAsync();
        Run(arrange, "CREATE TRIGGER full BEFORE DELETE ON activities BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        var id = await arrange.StartAsync(nameof(Orchestrators.Guids));
        await arrange.IdleAsync();
        Assert.True((await arrange.Durable.GetInstanceAsync(id))!.IsRunning);

        Run(arrange, "DROP TRIGGER full");
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.True((await arrange.EndAsync(id)).IsCompleted);
        Assert.Equal(2, arrange.Probe.Seen.Count(what => what == "between"));
    }

    [Fact]
    public async Task A_turn_that_cannot_be_kept_runs_again()
    {
        await using var arrange = await Arrange.HostAsync();
        Run(arrange, "CREATE TRIGGER full BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        var id = await arrange.StartAsync(nameof(Orchestrators.Sum), 1);
        await arrange.IdleAsync();

        Run(arrange, "DROP TRIGGER full");
        await arrange.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await arrange.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task A_message_that_cannot_be_settled_comes_again()
    {
        await using var arrange = await Arrange.HostAsync();
        Run(arrange, "CREATE TRIGGER full BEFORE DELETE ON messages BEGIN SELECT RAISE(ABORT, 'disk full'); END");
        await arrange.Host.Services.GetRequiredService<ServiceBusClient>().CreateSender(BusFunctions.Orders)
            .SendMessageAsync(new ServiceBusMessage("a"));
        await arrange.IdleAsync();

        Run(arrange, "DROP TRIGGER full");
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(10)); // until its lock, renewed while it ran, has ended

        Assert.Equal(["a 1", "a 2"], arrange.Probe.Seen);
    }

    private static void Run(Arrange arrange, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(arrange.Folder, "host.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
