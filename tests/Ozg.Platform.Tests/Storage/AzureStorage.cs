using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Hosting;
using Ozg.Platform.Cases;
using Ozg.Platform.Storage;
using Ozg.Platform.Submissions;

namespace Ozg.Platform.Tests.Storage;

/// <summary>An account of its own on a real Azurite, and what the platform puts on it.</summary>
internal sealed class AzureStorage
{
    private static readonly Lazy<Task<Azurite>> Shared = new(() =>
        Azurite.StartAsync(new AzuriteOptions { Folder = Directory.CreateTempSubdirectory("azurite-").FullName, InMemory = true, Accounts = 400 }, CancellationToken.None));

    private AzureStorage(string connection)
    {
        Blobs = new(new BlobServiceClient(connection));
        Tables = new(new TableServiceClient(connection));
        Pending = new(Tables, Clock);
        Submissions = new(Blobs, Pending);
        Journal = new(Blobs);
        Cases = new(Tables);
        Events = new(Tables, Pending);
    }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public Blobs Blobs { get; }

    public Tables Tables { get; }

    public PendingWork Pending { get; }

    public SubmissionStore Submissions { get; }

    public Journal Journal { get; }

    public CaseProjection Cases { get; }

    public OutsideEvents Events { get; }

    public static DateTimeOffset Noon { get; } = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static CaseId Id { get; } = CaseId.Derive(new("06411000"), "dog-tax", "key");

    public static Manifest Accepted { get; } = new()
    {
        Id = Id, Kommune = Id.Kommune, Leistung = "dog-tax", Reference = "DA-2026-7KQ2-M9XB", ReceivedAt = Noon, PlanHash = "plan",
        ContentHash = "content", TokenHash = "token", ApplicationBlob = "application", Attachments = [],
    };

    public static async Task<AzureStorage> NewAsync() => new((await Shared.Value).NewAccount());
}
