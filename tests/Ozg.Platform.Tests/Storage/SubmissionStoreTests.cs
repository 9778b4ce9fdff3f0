using System.Security.Cryptography;
using Ozg.Core.Catalogue;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using static Ozg.Platform.Tests.Storage.AzureStorage;

namespace Ozg.Platform.Tests.Storage;

public sealed class SubmissionStoreTests
{
    private static readonly AttachmentKind Proof = new("proof", new("Nachweis"), new("Ein Nachweis."), MaxBytes: 1_000_000, ["application/pdf"]);

    [Fact]
    public async Task The_first_manifest_under_an_id_stands()
    {
        var storage = await NewAsync();
        await storage.Submissions.CommitAsync(Accepted, CancellationToken.None);

        var standing = await storage.Submissions.CommitAsync(Accepted with { ContentHash = "other" }, CancellationToken.None);

        Assert.Equal("content", standing.ContentHash);
    }

    [Fact]
    public async Task What_is_committed_is_noted_as_to_be_started_until_it_is()
    {
        var storage = await NewAsync();
        await storage.Submissions.CommitAsync(Accepted, CancellationToken.None);
        Assert.Equal(Id, Assert.Single(await StartsAsync(storage)).Id);

        await storage.Pending.StartedAsync(Id, CancellationToken.None);
        Assert.Empty(await StartsAsync(storage));
    }

    [Fact]
    public async Task A_file_is_stored_as_it_came_with_its_hash_and_its_size()
    {
        var storage = await NewAsync();
        byte[] file = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(500_000)];

        var stored = (await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", new MemoryStream(file), CancellationToken.None)).Value;

        Assert.Equal((file.Length, "application/pdf", ContentHash.Sha256(file)), (stored.Size, stored.MediaType, stored.Sha256));
        Assert.Equal(file, (await storage.Blobs.ReadAsync(stored.Blob, CancellationToken.None))!.ToArray());
    }

    [Fact]
    public async Task A_file_that_goes_on_to_another_Kommune_is_a_copy_of_its_own()
    {
        var storage = await NewAsync();
        var file = (await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", Pdf(500_000), CancellationToken.None)).Value;
        var there = storage.Submissions.Begin(Id.ForwardedTo(new("06432007")));

        await there.CopyAsync(file, CancellationToken.None);

        var copy = Assert.Single(there.Attachments);
        Assert.Equal(file with { Blob = copy.Blob }, copy);
        Assert.StartsWith("06432007/", copy.Blob, StringComparison.Ordinal);
        Assert.Equal(file.Sha256, ContentHash.Sha256((await storage.Blobs.ReadAsync(copy.Blob, CancellationToken.None))!));
    }

    [Fact]
    public async Task A_file_that_is_not_what_was_received_does_not_go_on()
    {
        var storage = await NewAsync();
        var file = (await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", Pdf(500), CancellationToken.None)).Value;
        var there = storage.Submissions.Begin(Id.ForwardedTo(new("06432007")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => there.CopyAsync(file with { Sha256 = new('0', 64) }, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused()
    {
        var storage = await NewAsync();

        var refused = await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", Pdf(1_000_001), CancellationToken.None);

        Assert.IsType<AttachmentTooLarge>(refused.Error);
    }

    [Fact]
    public async Task A_file_at_the_limit_is_taken()
    {
        var storage = await NewAsync();

        Assert.True((await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", Pdf(1_000_000), CancellationToken.None)).Succeeded);
    }

    [Fact]
    public async Task A_file_is_what_its_bytes_say_and_not_what_its_name_says()
    {
        var storage = await NewAsync();

        var refused = await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", new MemoryStream("MZ no document"u8.ToArray()), CancellationToken.None);

        Assert.IsType<AttachmentType>(refused.Error);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var storage = await NewAsync();

        Assert.IsType<EmptyAttachment>((await storage.Submissions.Begin(Id).AddAsync(Proof, "a.pdf", Stream.Null, CancellationToken.None)).Error);
    }

    [Fact]
    public async Task A_discarded_try_leaves_nothing_and_another_try_untouched()
    {
        var storage = await NewAsync();
        var (one, other) = (storage.Submissions.Begin(Id), storage.Submissions.Begin(Id));
        var dropped = (await one.AddAsync(Proof, "a.pdf", Pdf(10), CancellationToken.None)).Value;
        var kept = (await other.AddAsync(Proof, "a.pdf", Pdf(10), CancellationToken.None)).Value;

        await one.DiscardAsync(CancellationToken.None);

        Assert.Null(await storage.Blobs.ReadAsync(dropped.Blob, CancellationToken.None));
        Assert.NotNull(await storage.Blobs.ReadAsync(kept.Blob, CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_note_of_nothing_is_forgotten_unless_it_is_noted_again_meanwhile(bool again)
    {
        var storage = await NewAsync();
        await storage.Pending.NoteStartAsync(Id, CancellationToken.None); // and then the process dies, before its commit
        var old = Assert.Single(await StartsAsync(storage));

        if (again)
            await storage.Submissions.CommitAsync(Accepted, CancellationToken.None);
        await storage.Pending.ForgetAsync(old, CancellationToken.None);

        Assert.Equal(again ? 1 : 0, (await StartsAsync(storage)).Count);
    }

    private static MemoryStream Pdf(int length)
    {
        var file = new byte[length];
        "%PDF-1.7\n"u8.CopyTo(file);
        return new(file);
    }

    private static async Task<List<PendingStart>> StartsAsync(AzureStorage storage)
    {
        storage.Clock.Advance(TimeSpan.FromMinutes(1));
        var starts = new List<PendingStart>();
        await foreach (var start in storage.Pending.StartsBeforeAsync(storage.Clock.GetUtcNow(), CancellationToken.None))
            starts.Add(start);
        return starts;
    }
}
