using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Ozg.Functions.Payments;

/// <summary>
/// Where a payment platform sends the applicant back. The same page for all: the platform learns no link that opens an
/// application, and that somebody comes here does not prove that they have paid.
/// </summary>
public sealed class ReturnFromPayment
{
    private const string Page = """
        <!DOCTYPE html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Zurück von der Bezahlung</title></head>
        <body>
        <main>
        <h1>Zurück von der Bezahlung</h1>
        <p>Wir fragen beim Bezahldienst nach, ob Ihre Zahlung angekommen ist. Das kann einige Minuten dauern.</p>
        <p>Wie es um Ihren Antrag steht, sehen Sie auf Ihrer Statusseite. Den Link dazu haben Sie mit der Eingangsbestätigung erhalten.
        Dort können Sie auch noch einmal bezahlen, wenn es nicht geklappt hat.</p>
        </main>
        </body>
        </html>
        """;

    /// <summary>Says where to look.</summary>
    [Function(nameof(ReturnFromPayment))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "payments/return")] HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return TypedResults.Content(Page, "text/html; charset=utf-8");
    }
}
