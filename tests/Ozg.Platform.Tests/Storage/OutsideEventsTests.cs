using Ozg.Core.Cases;
using Ozg.Platform.Cases;
using static Ozg.Platform.Tests.Storage.AzureStorage;

namespace Ozg.Platform.Tests.Storage;

public sealed class OutsideEventsTests
{
    private static readonly TaskId Task1 = TaskId.For(Id, "assess", 1);
    private static readonly CaseEvent Approved = new CaseEvent.Approved(Task1, new(new("anna")), null) { At = Noon };
    private static readonly CaseEvent Rejected = new CaseEvent.Rejected(Task1, new(new("bernd")), "reason") { At = Noon };

    [Fact]
    public async Task Of_two_decisions_on_a_task_the_first_stands()
    {
        var storage = await NewAsync();

        Assert.True(await storage.Events.StoreAsync(Id, Approved, CancellationToken.None));
        Assert.False(await storage.Events.StoreAsync(Id, Rejected, CancellationToken.None));
        Assert.Equal(Approved, await storage.Events.FindAsync(Id, CaseEvent.DecisionOn(Task1), CancellationToken.None));
    }

    [Fact]
    public async Task Of_many_decisions_at_once_one_stands()
    {
        var storage = await NewAsync();

        var stored = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => storage.Events.StoreAsync(Id, Approved, CancellationToken.None)));

        Assert.Single(stored, won => won);
    }

    [Fact]
    public async Task A_stored_event_is_noted_until_its_case_has_taken_it_in()
    {
        var storage = await NewAsync();
        await storage.Events.StoreAsync(Id, Approved, CancellationToken.None);
        storage.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((Id, Approved.StoredAs), Assert.Single(await NotesAsync(storage)));

        await storage.Pending.ConsumedAsync(Id, Approved.StoredAs!, CancellationToken.None);
        Assert.Empty(await NotesAsync(storage));
    }

    [Fact]
    public async Task A_fresh_note_is_left_to_whoever_wrote_it()
    {
        var storage = await NewAsync();
        await storage.Events.StoreAsync(Id, Approved, CancellationToken.None);

        Assert.Empty(await NotesAsync(storage));
    }

    [Fact]
    public async Task A_clerk_who_tries_again_and_again_does_not_keep_the_note_fresh()
    {
        var storage = await NewAsync();
        await storage.Events.StoreAsync(Id, Approved, CancellationToken.None); // and then the process dies, before it is raised
        storage.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await storage.Events.StoreAsync(Id, Approved, CancellationToken.None));

        Assert.Equal((Id, Approved.StoredAs), Assert.Single(await NotesAsync(storage)));
    }

    [Fact]
    public async Task An_event_that_its_case_has_taken_in_is_not_noted_again()
    {
        var storage = await NewAsync();
        await storage.Events.StoreAsync(Id, Approved, CancellationToken.None);
        await storage.Pending.ConsumedAsync(Id, Approved.StoredAs!, CancellationToken.None);

        Assert.False(await storage.Events.StoreAsync(Id, Approved, CancellationToken.None));

        storage.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await NotesAsync(storage));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_note_of_nothing_is_forgotten_unless_it_is_noted_again_meanwhile(bool again)
    {
        var storage = await NewAsync();
        await storage.Pending.NoteEventAsync(Id, Approved.StoredAs!, CancellationToken.None); // and then the process dies, before it is stored
        storage.Clock.Advance(TimeSpan.FromMinutes(1));
        var old = Assert.Single(await FindAsync(storage));

        if (again)
            await storage.Events.StoreAsync(Id, Approved, CancellationToken.None);
        await storage.Pending.ForgetAsync(old, CancellationToken.None);

        storage.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(again ? 1 : 0, (await FindAsync(storage)).Count);
    }

    private static async Task<List<(CaseId, string)>> NotesAsync(AzureStorage storage) =>
        [.. (await FindAsync(storage)).Select(note => (note.Id, note.StoredAs))];

    private static async Task<List<PendingEvent>> FindAsync(AzureStorage storage)
    {
        var notes = new List<PendingEvent>();
        await foreach (var note in storage.Pending.EventsBeforeAsync(storage.Clock.GetUtcNow(), CancellationToken.None))
            notes.Add(note);
        return notes;
    }
}
