using System.Text;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using static Ozg.Platform.Tests.Storage.AzureStorage;

namespace Ozg.Platform.Tests.Storage;

public sealed class JournalTests
{
    private static readonly CaseEvent Received = new CaseEvent.Received { At = Noon };
    private static readonly CaseEvent Late = new CaseEvent.DeadlinePassed { At = Noon.AddDays(14) };

    [Fact]
    public async Task Each_line_holds_the_hash_of_the_one_before()
    {
        var storage = await NewAsync();
        var first = await storage.Journal.AppendAsync(Id, JournalHead.Empty, Received, CancellationToken.None);
        await storage.Journal.AppendAsync(Id, first, Late, CancellationToken.None);

        var text = (await storage.Blobs.ReadAsync($"{Id.Kommune}/{Id}/journal.jsonl", CancellationToken.None))!.ToString();
        var lines = await storage.Journal.ReadAsync(Id, CancellationToken.None);

        Assert.Equal([(1, ""), (2, ContentHash.Sha256(Encoding.UTF8.GetBytes(text.Split('\n')[0])))], lines.Select(line => (line.Line, line.Previous)));
        Assert.Equal([Received, Late], lines.Select(line => line.Event));
    }

    [Fact]
    public async Task An_append_that_is_repeated_changes_nothing()
    {
        var storage = await NewAsync();
        var first = await storage.Journal.AppendAsync(Id, JournalHead.Empty, Received, CancellationToken.None);

        Assert.Equal(first, await storage.Journal.AppendAsync(Id, JournalHead.Empty, Received, CancellationToken.None));
        Assert.Single(await storage.Journal.ReadAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_repeated_append_is_known_again_when_the_journal_has_gone_on()
    {
        var storage = await NewAsync();
        var first = await storage.Journal.AppendAsync(Id, JournalHead.Empty, Received, CancellationToken.None);
        await storage.Journal.AppendAsync(Id, first, Late, CancellationToken.None);

        Assert.Equal(first, await storage.Journal.AppendAsync(Id, JournalHead.Empty, Received, CancellationToken.None));
    }

    [Fact]
    public async Task A_journal_does_not_fork()
    {
        var storage = await NewAsync();
        await storage.Journal.AppendAsync(Id, JournalHead.Empty, Received, CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.Journal.AppendAsync(Id, JournalHead.Empty, Late, CancellationToken.None));
        Assert.Equal(Received, Assert.Single(await storage.Journal.ReadAsync(Id, CancellationToken.None)).Event);
    }

    [Fact]
    public async Task A_case_without_a_journal_has_no_lines()
    {
        var storage = await NewAsync();

        Assert.Empty(await storage.Journal.ReadAsync(Id, CancellationToken.None));
    }
}
