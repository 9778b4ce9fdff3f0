using Microsoft.AspNetCore.Http;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>Opens an application to whoever has its link, and to nobody else.</summary>
public sealed class ApplicantDoor(SubmissionStore submissions)
{
    /// <summary>The application that the link's token opens.</summary>
    public async Task<Outcome<Manifest>> OpenAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var token = TokenOf(request);
        if (token.Length == 0)
            return new LinkTokenMissing();
        if (!CaseId.IsWellFormed(id) || await submissions.FindAsync(new(id), cancellationToken) is not { } manifest)
            return new UnknownApplication();
        return ApplicantTokens.Opens(manifest, token) ? manifest : new LinkTokenWrong();
    }

    /// <summary>The secret part of the link; empty when it is missing.</summary>
    public static string TokenOf(HttpRequest request) => request.Query["token"].ToString();
}
