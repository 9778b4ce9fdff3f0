using System.Net;
using System.Text;

namespace Ozg.Platform.Tests.Payments;

/// <summary>A payment platform that answers as a test says, one answer after the other, the last one for ever; and hands tokens out.</summary>
internal sealed class FakePlatform(params (HttpStatusCode Status, string Body)[] answers) : HttpMessageHandler
{
    private int _answered;

    /// <summary>Method, address, bearer token and body of each call but those for tokens.</summary>
    public List<(string Line, string? Token, string Body)> Calls { get; } = [];

    /// <summary>The body of each request for a token.</summary>
    public List<string> TokenRequests { get; } = [];

    /// <summary>What is answered to those.</summary>
    public (HttpStatusCode Status, string Body) Token { get; set; } = (HttpStatusCode.OK, """{"access_token":"token","expires_in":600,"token_type":"Bearer"}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (request.RequestUri!.AbsolutePath.EndsWith("/token", StringComparison.Ordinal))
        {
            TokenRequests.Add(body);
            return Answer((Token.Status, Token.Body.Replace("\"token\"", $"\"token-{TokenRequests.Count}\"", StringComparison.Ordinal)));
        }

        Calls.Add(($"{request.Method} {request.RequestUri}", request.Headers.Authorization?.Parameter, body));
        return Answer(answers[Math.Min(_answered++, answers.Length - 1)]);
    }

    private static HttpResponseMessage Answer((HttpStatusCode Status, string Body) answer) =>
        new(answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") };
}
