using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Ozg.Hosting.Tests;

public sealed class AzuriteTests
{
    [Fact]
    public async Task Every_account_is_a_world_of_its_own()
    {
        await using var azurite = await Azurite.StartAsync(new AzuriteOptions { InMemory = true, Accounts = 3 }, CancellationToken.None);
        var (first, second) = (azurite.NewAccount(), azurite.NewAccount());

        await new BlobServiceClient(first).CreateBlobContainerAsync("papers");
        await new BlobContainerClient(first, "papers").UploadBlobAsync("one", BinaryData.FromString("text"));
        await new TableClient(first, "cases").CreateAsync();
        await new TableClient(first, "cases").AddEntityAsync(new TableEntity("a", "b"));

        var content = await new BlobClient(first, "papers", "one").DownloadContentAsync();
        Assert.Equal("text", content.Value.Content.ToString());
        Assert.Equal("b", (await new TableClient(first, "cases").GetEntityAsync<TableEntity>("a", "b")).Value.RowKey);
        Assert.False(await new BlobContainerClient(second, "papers").ExistsAsync());
        Assert.Throws<InvalidOperationException>(azurite.NewAccount);
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-");
        var options = new AzuriteOptions { Folder = folder.FullName };
        await using (var azurite = await Azurite.StartAsync(options, CancellationToken.None))
            await new BlobServiceClient(azurite.ConnectionString).CreateBlobContainerAsync("papers");

        await using (var again = await Azurite.StartAsync(options, CancellationToken.None))
            Assert.True(await new BlobContainerClient(again.ConnectionString, "papers").ExistsAsync());
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_option_that_chooses_another()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var refused = await Assert.ThrowsAsync<LocalHostException>(() =>
            Azurite.StartAsync(new AzuriteOptions { InMemory = true, Port = port }, CancellationToken.None));

        Assert.Equal($"Port {port} (Azurite) is in use. Stop what uses it, or choose another port with --azurite-port.", refused.Message);
    }
}
