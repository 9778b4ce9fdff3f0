using System.Globalization;
using System.Resources;

namespace Ozg.Functions.Payments;

/// <summary>What somebody sees who comes back from the payment page. It names nobody, since anybody can come here.</summary>
internal static class ReturnPage
{
    private static readonly ResourceManager Words = new("Ozg.Functions.Payments.ReturnPage", typeof(ReturnPage).Assembly);

    public static string In(CultureInfo language)
    {
        var title = Text("title", language);
        return $"""
            <!DOCTYPE html>
            <html lang="{language.TwoLetterISOLanguageName}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{Text("asking", language)}</p>
            <p>{Text("status", language)}</p>
            </main>
            </body>
            </html>
            """;
    }

    private static string Text(string name, CultureInfo language) =>
        Words.GetString(name, language) ?? throw new MissingManifestResourceException($"No text \"{name}\".");
}
