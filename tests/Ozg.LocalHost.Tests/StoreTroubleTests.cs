using System.Collections.Concurrent;
using System.Net;
using Azure.Messaging.ServiceBus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Ozg.Hosting.Storage;
using Ozg.Hosting.Tests.Bus;
using Ozg.Hosting.Tests.Functions;
using Ozg.Hosting.Tests.Pages;

namespace Ozg.Hosting.Tests;

/// <summary>The disk is full, or somebody has locked the file: the host says so, loses nothing, and goes on when it is put right.</summary>
public sealed class StoreTroubleTests
{
    private const string Full = "is full. Make room there";
    private const string Locked = "Another program has locked";

    [Fact]
    public async Task A_full_disk_is_named_and_what_ran_goes_on_when_there_is_room()
    {
        var log = new HeardLog();
        await using var arrange = await Arrange.HostAsync(options => options.ConfigureServices = log.AddTo);
        var id = new string('x', 20_000); // its answer needs pages of its own
        arrange.Probe.Close("Note");
        await arrange.StartAsync(nameof(Orchestrators.Guids), id: id);
        await WaitUntilAsync(() => arrange.Probe.Seen.Contains("between"));

        await FillAsync(arrange.Host.Store);
        arrange.Probe.Open("Note");
        var refused = await Assert.ThrowsAsync<LocalHostException>(() => arrange.StartAsync(nameof(Orchestrators.Sum), 1, new string('y', 20_000)));
        await WaitUntilAsync(() => log.Said(Full));
        await arrange.Host.Store.WriteAsync(database => database.Run("PRAGMA max_page_count = 1000000"));

        Assert.Contains(Full, refused.Message, StringComparison.Ordinal);
        Assert.True((await arrange.EndAsync(id)).ReadOutputAs<bool>());
        Assert.Single(arrange.Probe.Seen, "between");
        Assert.Equal(2, (await arrange.EndAsync(await arrange.StartAsync(nameof(Orchestrators.Sum), 1))).ReadOutputAs<int>());
        Assert.Equal("ok", arrange.Host.Store.Read(database => database.Scalar("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_locked_file_is_named_and_what_ran_goes_on_when_it_is_free()
    {
        var log = new HeardLog();
        await using var arrange = await Arrange.HostAsync(options => options.ConfigureServices = log.AddTo);
        arrange.Probe.Close("Note");
        var id = await arrange.StartAsync(nameof(Orchestrators.Guids));
        await WaitUntilAsync(() => arrange.Probe.Seen.Contains("between"));

        using (var other = Open(arrange.Folder, "BEGIN EXCLUSIVE"))
        {
            arrange.Probe.Open("Note");
            var refused = await Assert.ThrowsAsync<LocalHostException>(() => arrange.StartAsync(nameof(Orchestrators.Sum), 1));
            Assert.Contains(Locked, refused.Message, StringComparison.Ordinal);
            await WaitUntilAsync(() => log.Said(Locked));
        }

        Assert.True((await arrange.EndAsync(id)).ReadOutputAs<bool>());
        Assert.Single(arrange.Probe.Seen, "between");
        Assert.Equal("ok", arrange.Host.Store.Read(database => database.Scalar("PRAGMA integrity_check")));
    }

    [Fact]
    public async Task A_button_pressed_while_the_file_is_locked_says_so_and_works_when_it_is_pressed_again()
    {
        await using var arrange = await TestBus.HostAsync();
        await arrange.StartAsync(nameof(Orchestrators.TwoEvents), id: "case");
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("a"));
        var receiver = arrange.Receiver(TestBus.Plain);
        await receiver.DeadLetterMessageAsync(await receiver.NextAsync(), "Bad");
        await arrange.IdleAsync();
        Task<HttpResponseMessage> RaiseAsync(string payload) => arrange.PostAsync("/local/instances/case/events", $$"""{"name":"answer","payload":"{{payload}}"}""");
        Task<HttpResponseMessage> ReplayAsync() => arrange.PostAsync("/local/bus/messages/1/replay");

        using (Open(arrange.Folder, "BEGIN EXCLUSIVE"))
        {
            await Task.WhenAll(
                RaiseAsync("lost").AssertRefusedAsync(HttpStatusCode.ServiceUnavailable, Locked),
                ReplayAsync().AssertRefusedAsync(HttpStatusCode.ServiceUnavailable, Locked));
        }

        foreach (var press in (Func<Task<HttpResponseMessage>>[])[() => RaiseAsync("a"), () => RaiseAsync("b"), ReplayAsync])
            (await press()).EnsureSuccessStatusCode();
        Assert.Equal("ab", (await arrange.EndAsync("case")).ReadOutputAs<string>());
        Assert.Equal("a", (await receiver.NextAsync()).Body.ToString());
    }

    [Fact]
    public async Task A_host_does_not_start_on_a_locked_file_and_says_why()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.Host.DisposeAsync();

        using var other = Open(arrange.Folder, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        var refused = await Assert.ThrowsAsync<LocalHostException>(() => arrange.NextHostAsync());

        Assert.Contains(Locked, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_not_start_on_a_file_that_is_no_database_and_says_why()
    {
        await using var arrange = await Arrange.HostAsync();
        await arrange.Host.DisposeAsync();
        foreach (var file in Directory.GetFiles(arrange.Folder, "host.db*"))
            await File.WriteAllTextAsync(file, new string('x', 10_000));

        var refused = await Assert.ThrowsAsync<LocalHostException>(() => arrange.NextHostAsync());

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
    }

    // The limit of pages is SQLite's own way to play a full disk: error 13, as from the real one.
    private static async Task FillAsync(Store store)
    {
        await store.WriteAsync(database =>
        {
            database.Run("CREATE TABLE filling (bytes BLOB)");
            database.Run("PRAGMA max_page_count = 1");
        });
        await Assert.ThrowsAsync<LocalHostException>(async () =>
        {
            while (true)
                await store.WriteAsync(database => database.Run("INSERT INTO filling VALUES (zeroblob(3000))"));
        });
    }

    private static SqliteConnection Open(string folder, string command)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "host.db")};Pooling=False");
        connection.Open();
        using var run = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        run.CommandText = command;
#pragma warning restore CA2100
        run.ExecuteNonQuery();
        return connection;
    }

    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Delay(5, Arrange.Patience);
    }

    private sealed class HeardLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public void AddTo(IServiceCollection services) => services.AddLogging(logging => logging.AddProvider(this));

        public bool Said(string words) => _lines.Any(line => line.Contains(words, StringComparison.Ordinal));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
