using System.Text.Json.Nodes;
using static Ozg.Functions.Tests.Services.ServiceJourney;

namespace Ozg.Functions.Tests.Services;

/// <summary>Applications for a registration certificate, and what a register says of the applicant.</summary>
internal static class Certificate
{
    public const string City = "melderegister";
    public const string Village = "ekom21-melderegister";

    public static bool IsStandard(JsonNode example) =>
        (string)example["bescheinigung"]!["art"]! == "einfach" && (string)example["bescheinigung"]!["zweck"]! == "andere";

    public static async Task<ServiceJourney> ApplyAsync(string ags, Func<JsonNode, bool> like, string? register = null, string? found = null)
    {
        var journey = await StartAsync(ags, "meldebescheinigung");
        if (register is not null)
            await journey.RegisterAsync(register, found!);
        await journey.SubmitAsync(like);
        return journey;
    }
}
