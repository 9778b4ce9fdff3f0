using System.Net;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Refusals;

/// <summary>Links that open nothing.</summary>
public sealed class LinkRefusalTests : Refusals
{
    [Fact]
    public async Task A_link_without_its_token_or_with_a_wrong_one_or_to_nothing()
    {
        var id = (string)(await Pipeline.SubmitAsync(Darmstadt))["id"]!;

        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/applications/{id}"), HttpStatusCode.Unauthorized, "link-token-missing");
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/applications/{id}?token=wrong"), HttpStatusCode.Forbidden, "link-token-wrong");
        await RefusedAsync(Pipeline.SendAsync(HttpMethod.Get, $"/api/applications/nothing?token=wrong"), HttpStatusCode.NotFound, "unknown-application");
    }
}
