using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ozg.Hosting.Pages;

/// <summary>The pages under <c>/local</c>: files in this assembly, the same for everybody; their scripts ask for the data.</summary>
internal static class PageFiles
{
    // The data is the citizens' and the functions' own. Nothing of it may ever be run, wherever it came from.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, byte[]> Files = Read().ToFrozenDictionary();

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/local", (HttpContext http) => Answer(http, "instances.html"));
        foreach (var page in (string[])["instance", "queues", "queue", "message"])
            routes.MapGet($"/local/{page}", (HttpContext http) => Answer(http, $"{page}.html"));
        routes.MapGet("/local/files/{name}", (HttpContext http, string name) => Answer(http, name));
    }

    private static IResult Answer(HttpContext http, string name)
    {
        if (!Files.TryGetValue(name, out var content))
            return Refuse.NotFound($"There is nothing at {http.Request.Path}.");

        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache"; // The next build has others.
        return TypedResults.Bytes(content, Types[Path.GetExtension(name)]);
    }

    private static IEnumerable<KeyValuePair<string, byte[]>> Read()
    {
        const string Folder = "Pages/";
        var assembly = typeof(PageFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            yield return new(resource[Folder.Length..], content);
        }
    }
}
