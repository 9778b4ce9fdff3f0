using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Tests;

public sealed class StoreTests : IAsyncLifetime
{
    private readonly string _file = Path.GetTempFileName();
    private Store _store = null!;

    public async Task InitializeAsync()
    {
        _store = new Store(_file);
        await _store.WriteAsync(database => { database.Run("CREATE TABLE words (word TEXT UNIQUE)"); });
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        File.Delete(_file);
    }

    [Fact]
    public async Task A_failed_write_changes_nothing_and_does_not_fail_the_others_of_its_batch()
    {
        var good = Enumerable.Range(0, 20).Select(i => AddAsync($"word {i}")).ToList();
        var bad = _store.WriteAsync(database =>
        {
            database.Run("INSERT INTO words VALUES ('half')");
            database.AfterCommit(() => throw new InvalidOperationException("This write is not committed."));
            throw new FormatException("The other half.");
        });
        good.Add(AddAsync("last"));

        await Task.WhenAll(good);
        await Assert.ThrowsAsync<FormatException>(() => bad);
        Assert.Equal(21L, _store.Read(database => database.Scalar("SELECT count(*) FROM words")));
    }

    [Fact]
    public async Task What_is_told_after_the_commit_is_told_in_the_order_of_the_commits()
    {
        var told = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _store.WriteAsync(database =>
        {
            database.Run("INSERT INTO words VALUES (@0)", $"{i}");
            database.AfterCommit(() => told.Add(i));
        })));

        Assert.Equal(Enumerable.Range(0, 100), told);
    }

    [Fact]
    public async Task A_closed_store_refuses_writes()
    {
        await _store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => AddAsync("late"));
        _store = new Store(_file);
    }

    private Task AddAsync(string word) => _store.WriteAsync(database => { database.Run("INSERT INTO words VALUES (@0)", word); });
}
