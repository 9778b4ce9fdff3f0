using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ozg.Hosting.Payments;

/// <summary>Where somebody who tries things out pays, or does not. Plain forms; no script.</summary>
internal static class PaymentPage
{
    private const string Style =
        "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem}"
        + "button,a{font:inherit;padding:.5rem 1rem;margin:0 .5rem .5rem 0}dt{font-weight:bold}dd{margin:0 0 .5rem}";

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    // Everything is forbidden but this very style and forms to this host.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static ContentHttpResult Show(LocalPayment payment, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Content(Html(payment), "text/html; charset=utf-8");
    }

    private static string Html(LocalPayment payment) => $"""
        <!DOCTYPE html>
        <html lang="de">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bezahlen (zum Ausprobieren)</title><style>{Style}</style></head>
        <body>
        <main>
        <h1>Bezahlen (zum Ausprobieren)</h1>
        <p>Diese Seite steht für den Bezahldienst der Kommune. Es fließt kein Geld.</p>
        <dl>
        <dt>Betrag</dt><dd>{payment.Amount.ToString("N2", German)} Euro</dd>
        <dt>Verwendungszweck</dt><dd>{WebUtility.HtmlEncode(payment.Purpose)}</dd>
        <dt>Vorgang</dt><dd>{WebUtility.HtmlEncode(payment.Reference)}</dd>
        <dt>Stand</dt><dd>{Says(payment.Status)}</dd>
        </dl>
        {(payment.Status == PaymentRecords.Initial ? Buttons : Back(payment))}
        </main>
        </body>
        </html>
        """;

    private const string Buttons = """
        <form method="post">
        <button name="status" value="BOOKED">Bezahlen</button>
        <button name="status" value="CANCELED">Abbrechen</button>
        <button name="status" value="FAILED">Fehlschlagen lassen</button>
        </form>
        """;

    private static string Back(LocalPayment payment) => $"""<p><a href="{WebUtility.HtmlEncode(payment.RedirectUrl.AbsoluteUri)}">Weiter</a></p>""";

    private static string Says(string status) => status switch
    {
        PaymentRecords.Initial => "Noch nicht bezahlt",
        "BOOKED" => "Bezahlt",
        "CANCELED" => "Abgebrochen",
        _ => "Fehlgeschlagen",
    };
}
