using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Organisation;
using static Ozg.Platform.Tests.Storage.AzureStorage;

namespace Ozg.Platform.Tests.Organisation;

public sealed class DeputyBookTests
{
    private static readonly Ags Kommune = Id.Kommune;
    private static readonly ClerkId Lead = new("lead");

    [Fact]
    public async Task A_list_that_was_replaced_is_kept_with_who_made_it()
    {
        var book = new DeputyBook((await NewAsync()).Blobs);
        var first = new DeputyVersion(1, [new(new("anna"), new("bernd"), new(2026, 11, 23), new(2026, 11, 27))], Lead, Noon);
        await book.ReplaceAsync(Kommune, read: null, first, CancellationToken.None);

        var replaced = await book.ReplaceAsync(Kommune, await book.FindAsync(Kommune, CancellationToken.None), new(2, [], new("another"), Noon.AddDays(1)), CancellationToken.None);

        Assert.True(replaced);
        var earlier = await book.FindEarlierAsync(Kommune, 1, CancellationToken.None);
        Assert.Equal((1, Lead), (earlier!.Number, earlier.By));
        Assert.Equal(first.Rules, earlier.Rules);
    }

    [Fact]
    public async Task Of_two_leads_who_read_the_same_list_the_first_to_write_has_changed_it()
    {
        var book = new DeputyBook((await NewAsync()).Blobs);
        await book.ReplaceAsync(Kommune, read: null, new(1, [], Lead, Noon), CancellationToken.None);
        var read = await book.FindAsync(Kommune, CancellationToken.None);

        Assert.True(await book.ReplaceAsync(Kommune, read, new(2, [], new("first"), Noon), CancellationToken.None));
        Assert.False(await book.ReplaceAsync(Kommune, read, new(2, [], new("second"), Noon), CancellationToken.None));

        Assert.Equal(new("first"), (await book.FindAsync(Kommune, CancellationToken.None))!.Version.By);
    }
}
