using Ozg.Core.Forms;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>What whoever approves may change is in the form.</summary>
internal static class ChangeableFields
{
    /// <summary>What does not lead to a field of the form.</summary>
    public static IEnumerable<(string Field, string What)> Check(Step.Approve step, FormSchema form) =>
        (step.MayChange ?? []).Index().Where(field => !form.HasField(field.Item))
            .Select(field => ($"mayChange/{field.Index}", $"The form has no field '{field.Item}' that step '{step.Id}' could let a clerk change; name it by its JSON pointer, as in '/hund/name'."));
}
