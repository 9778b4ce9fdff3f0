using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Platform.Storage;

/// <summary>Where what lies. The Kommune comes first, so that access and deletion can be bound to it.</summary>
internal static class BlobNames
{
    public static string Manifest(CaseId id) => $"{Of(id)}/manifest.json";

    public static string Journal(CaseId id) => $"{Of(id)}/journal.jsonl";

    public static string Document(CaseId id, string name) => $"{Of(id)}/documents/{name}";

    public static string Reason(TaskId task, string attempt) => $"{Of(task.Case)}/reasons/{task}-{attempt}.txt";

    /// <summary>Which fields a reason speaks of, beside its words.</summary>
    public static string FieldsOf(string reason) => $"{reason}.fields.json";

    /// <summary>Each try to submit writes into a folder of its own: two at the same time never overwrite each other.</summary>
    public static string Attempt(CaseId id, string attempt) => $"{Of(id)}/submission/{attempt}/";

    public static string Supplement(CaseId id, string supplement) => $"{Of(id)}/supplements/{supplement}.json";

    public static string Deputies(Ags kommune) => $"{kommune}/organisation/deputies.json";

    public static string EarlierDeputies(Ags kommune, int version) => $"{kommune}/organisation/deputies/{version}.json";

    public static string Plan(string hash) => $"plans/{hash}.json";

    public static string Form(string hash) => $"forms/{hash}.json";

    private static string Of(CaseId id) => $"{id.Kommune}/{id}";
}
