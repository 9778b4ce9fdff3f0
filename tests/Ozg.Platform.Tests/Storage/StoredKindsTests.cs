using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Platform.Storage;
using Ozg.Tests;

namespace Ozg.Platform.Tests.Storage;

/// <summary>Of every kind all that it says is stored, and read again.</summary>
public sealed class StoredKindsTests
{
    public static TheoryData<Type> Events => Kinds.All<CaseEvent>();

    public static TheoryData<Type> Returns => Kinds.All<OpenReturn>();

    [Theory]
    [MemberData(nameof(Events))]
    public void An_event_in_the_journal(Type kind) =>
        Assert.All([Kinds.Sample<CaseEvent>(kind), Kinds.Bare<CaseEvent>(kind)], happened =>
        {
            var json = JsonSerializer.Serialize(happened, StorageJson.Default.CaseEvent);

            Assert.Contains($"\"kind\":\"{Kinds.NameOf(kind)}\"", json, StringComparison.Ordinal);
            Assert.Equivalent(happened, JsonSerializer.Deserialize(json, StorageJson.Default.CaseEvent), strict: true);
        });

    [Theory]
    [MemberData(nameof(Returns))]
    public void What_a_case_still_has_to_give_back(Type kind)
    {
        var owed = Kinds.Sample<OpenReturn>(kind);
        var json = JsonSerializer.Serialize(Case.Begin(Kinds.Id) with { Returns = [owed] }, StorageJson.Default.Case);

        Assert.Equal(owed, Assert.Single(JsonSerializer.Deserialize(json, StorageJson.Default.Case)!.Returns));
    }
}
