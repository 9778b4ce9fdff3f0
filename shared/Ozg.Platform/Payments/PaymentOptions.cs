using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.WebUtilities;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Platform.Neighbours;

namespace Ozg.Platform.Payments;

/// <summary>Where each Kommune's payments are made.</summary>
public sealed class PaymentOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Payment";

    /// <summary>By AGS, or <c>default</c> for every Kommune without one of its own. An entry counts as a whole: none is filled up from another.</summary>
    public IDictionary<string, PaymentPlatform> Platforms { get; } = new Dictionary<string, PaymentPlatform>();

    /// <summary>
    /// Where the platform sends the applicant back; the pipeline's own <c>/api/payments/return</c>, or a page of the online form.
    /// <c>case={id}</c> is added to its query: the form's own page calls <c>/api/payments/return?case={id}</c>, so that the platform is
    /// asked at once. Never the link to the status page: it holds the applicant's secret, which a payment platform must not learn.
    /// </summary>
    public Uri? ReturnAddress { get; set; }

    /// <summary>How long a platform may take to answer: 1 second to 5 minutes, 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    private const int LongestReturnAddress = PaymentRules.MaxRedirectLength - 50; // "?case=" and an id are to be added

    /// <summary>Where the applicant of a case is sent back.</summary>
    internal Uri ReturnAddressOf(CaseId id) => new(QueryHelpers.AddQueryString(ReturnAddress!.AbsoluteUri, "case", id.Value));

    /// <summary>The platform of a Kommune; null when none is configured.</summary>
    public PaymentPlatform? Find(Ags kommune) => Platforms.For(kommune).FirstOrDefault();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Platforms.Count > 0 && !(NeighbourAddress.IsSafe(ReturnAddress) && ReturnAddress!.AbsoluteUri.Length <= LongestReturnAddress))
            yield return new($"{Section}:ReturnAddress {NeighbourAddress.Form}, at most {LongestReturnAddress} characters.");
        foreach (var (kommune, platform) in Platforms)
        {
            if (!PerKommune.IsKey(kommune))
                yield return new($"{Section}:Platforms:{kommune}: \"{kommune}\" is neither an AGS of 8 digits nor \"{PerKommune.Any}\".");
            foreach (var mistake in platform.Mistakes())
                yield return new($"{Section}:Platforms:{kommune}:{mistake}");
        }
    }
}

/// <summary>A payment platform that speaks XBezahldienste 1.0.0.</summary>
public sealed class PaymentPlatform
{
    /// <summary>What stands before <c>/paymenttransaction</c>; https, or http on this machine.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>What the platform knows the pipeline by: 1 to 36 letters, digits, hyphens and underscores.</summary>
    public string OriginatorId { get; set; } = "";

    /// <summary>What the platform knows the Kommune by, of the same form; empty: its AGS.</summary>
    public string EndPointId { get; set; } = "";

    /// <summary>Where a token is got, by OAuth 2 client credentials; https, or http on this machine.</summary>
    public Uri? TokenUrl { get; set; }

    /// <summary>The pipeline's name there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>From Key Vault in Azure.</summary>
    public string ClientSecret { get; set; } = "";

    internal string EndPointFor(Ags kommune) => EndPointId.Length > 0 ? EndPointId : kommune.Value;

    internal IEnumerable<string> Mistakes()
    {
        if (!NeighbourAddress.IsSafe(BaseUrl))
            yield return $"BaseUrl {NeighbourAddress.Form}.";
        if (!NeighbourAddress.IsSafe(TokenUrl))
            yield return $"TokenUrl {NeighbourAddress.Form}.";
        if (!PaymentRules.IsId(OriginatorId))
            yield return "OriginatorId has to have 1 to 36 letters, digits, hyphens and underscores.";
        if (EndPointId.Length > 0 && !PaymentRules.IsId(EndPointId))
            yield return "EndPointId has to have 1 to 36 letters, digits, hyphens and underscores, or be empty for the AGS.";
        if (ClientId.Length == 0)
            yield return "ClientId has to be set.";
        if (ClientSecret.Length == 0)
            yield return "ClientSecret has to be set.";
    }
}
