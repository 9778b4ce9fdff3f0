using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ozg.Functions.Problems;

/// <summary>RFC 9457 problem details, with pointers to the fields at fault.</summary>
/// <param name="Type">Identifies the kind of problem; ends with the error's code.</param>
/// <param name="Title">What is wrong, in the reader's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Errors">A sentence for each field at fault; left out when no field is.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, IReadOnlyList<ProblemField>? Errors);

/// <summary>One field at fault.</summary>
internal sealed record ProblemField(string Pointer, string Detail);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
internal sealed partial class ProblemJson : JsonSerializerContext;
