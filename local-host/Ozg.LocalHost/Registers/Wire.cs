using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Hosting.Registers;

/// <summary>What a register answers from now on.</summary>
/// <param name="Kommune">AGS.</param>
/// <param name="Answers">By name; what is not named stays as it was.</param>
/// <param name="Responsible">The AGS that it names as responsible in place of <paramref name="Kommune"/>; null: that stays as it was.</param>
internal sealed record RegisterSetting(string Kommune, IReadOnlyDictionary<string, bool> Answers, string? Responsible = null);

internal sealed record SetRegister(
    string Register, string Kommune, IReadOnlyDictionary<string, bool> Answers,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Responsible);

internal sealed record SetRegisters(IReadOnlyList<SetRegister> Items, string? Cursor = null);

/// <summary>Something that a register keeps.</summary>
/// <param name="ApplicationId">For whom.</param>
/// <param name="ReservedAt">UTC.</param>
/// <param name="FreedAt">UTC; null while it is kept.</param>
internal sealed record Reservation(string ApplicationId, DateTimeOffset ReservedAt, DateTimeOffset? FreedAt);

internal sealed record KeptReservations(IReadOnlyList<Reservation> Items, string? Cursor = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RegisterSetting))]
[JsonSerializable(typeof(SetRegisters))]
[JsonSerializable(typeof(KeptReservations))]
internal sealed partial class RegistersJson : JsonSerializerContext;
