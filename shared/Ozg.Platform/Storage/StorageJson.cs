using System.Text.Json;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Organisation;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Organisation;

namespace Ozg.Platform.Storage;

/// <summary>Everything that is stored as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(CaseEvent))]
[JsonSerializable(typeof(Case))]
[JsonSerializable(typeof(OpenTask))]
[JsonSerializable(typeof(JournalLine))]
[JsonSerializable(typeof(Supplement))]
[JsonSerializable(typeof(DeputyVersion))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(Loan))]
[JsonSerializable(typeof(LoanAct))]
[JsonSerializable(typeof(ForwardingLetter))]
internal sealed partial class StorageJson : JsonSerializerContext;
