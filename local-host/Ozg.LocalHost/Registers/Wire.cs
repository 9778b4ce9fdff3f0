using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Hosting.Registers;

/// <summary>What a register answers from now on.</summary>
/// <param name="Kommune">AGS.</param>
/// <param name="Answers">By name; what is not named stays as it was.</param>
internal sealed record RegisterSetting(string Kommune, IReadOnlyDictionary<string, bool> Answers);

internal sealed record SetRegister(string Register, string Kommune, IReadOnlyDictionary<string, bool> Answers);

internal sealed record SetRegisters(IReadOnlyList<SetRegister> Items, string? Cursor = null);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RegisterSetting))]
[JsonSerializable(typeof(SetRegisters))]
internal sealed partial class RegistersJson : JsonSerializerContext;
