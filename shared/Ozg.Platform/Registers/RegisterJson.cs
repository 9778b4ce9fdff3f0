using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Platform.Registers;

/// <summary>What a register is asked. The names are the wire's.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Kommune">Whose register it is.</param>
/// <param name="Register">The register's name in the process.</param>
/// <param name="Application">The application's data as they now are.</param>
/// <param name="Answers">What has to be answered, by the conditions' names.</param>
public sealed record RegisterQuestion(CaseId ApplicationId, Ags Kommune, string Register, JsonElement Application, IReadOnlyList<string> Answers)
{
    /// <summary>Whether the register is to keep what it finds for the application, until it is told to free it; null: no.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Reserve { get; init; }
}

/// <summary>What a register is told when it can free what it keeps for an application. The names are the wire's.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Kommune">Whose register it is.</param>
/// <param name="Register">The register's name in the process.</param>
public sealed record RegisterRelease(CaseId ApplicationId, Ags Kommune, string Register);

/// <summary>What a register answers.</summary>
/// <param name="Answers">True or false for each name that was asked, and for no other.</param>
public sealed record RegisterAnswer(IReadOnlyDictionary<string, bool> Answers)
{
    /// <summary>The key (AGS) of the Kommune that is responsible in place of the one that asked, as the register has it; null: that one is, or it does not know.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Responsible { get; init; }
}

/// <summary>The wire between the pipeline and a register.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(RegisterQuestion))]
[JsonSerializable(typeof(RegisterRelease))]
[JsonSerializable(typeof(RegisterAnswer))]
public sealed partial class RegisterJson : JsonSerializerContext;
