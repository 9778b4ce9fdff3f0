using System.Text.Json;
using Microsoft.Data.Sqlite;
using Ozg.Hosting.BackOffice;

namespace Ozg.Hosting.Tests;

/// <summary>The back-office stub's file in trouble is named as the host's own is.</summary>
public sealed class DeliveryRecordsTests : IDisposable
{
    private static readonly ReceivedDelivery Delivery = new("application", "key", Arrange.Noon, JsonDocument.Parse("{}").RootElement);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("records-");

    private string File => Path.Combine(_folder.FullName, "backoffice.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_is_no_database_is_named()
    {
        System.IO.File.WriteAllText(File, new string('x', 10_000));

        var refused = Assert.Throws<LocalHostException>(() => new DeliveryRecords(_folder.FullName));

        Assert.StartsWith($"{File} is damaged", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_file_is_named_and_takes_the_delivery_when_it_is_free()
    {
        var records = new DeliveryRecords(_folder.FullName);
        using (var other = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            other.Open();
            using var exclusive = other.CreateCommand();
            exclusive.CommandText = "BEGIN EXCLUSIVE";
            exclusive.ExecuteNonQuery();
            var refused = Assert.Throws<LocalHostException>(() => records.Keep(Delivery));
            Assert.Contains("Another program has locked", refused.Message, StringComparison.Ordinal);
        }

        records.Keep(Delivery);

        Assert.Single(records.Find(null));
    }
}
