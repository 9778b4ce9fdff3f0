using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Submissions;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Intake;

/// <summary>Reads an application or a supplement from a request: its JSON into memory, its files straight into the store.</summary>
public sealed class SubmissionBody(IOptions<IntakeOptions> options)
{
    private const int MaxFileNameLength = 200;
    private const int MaxBoundaryLength = 70; // RFC 2046, 5.1.1

    /// <summary>The bytes of the JSON: well-formed, an object. The files are in the attempt.</summary>
    internal async Task<Outcome<byte[]>> ReadAsync(HttpRequest request, BodyPart main, ApplicationForm form, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        Allow(request, form.Limits.MaxTotalBytes + (2L * options.Value.MaxApplicationBytes));
        try
        {
            if (request.HasJsonContentType())
                return await ReadApplicationAsync(request.Body, cancellationToken);
            if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
                return new UnsupportedBody();
            return HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= MaxBoundaryLength } boundary
                ? await ReadPartsAsync(new(boundary, request.Body), main, form, attempt, cancellationToken)
                : new MalformedMultipart();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return new MalformedMultipart(); // headers or boundaries are wrong, or the end is missing
        }
    }

    // The server's own limit is for endpoints without one; a form says how much its files may be.
    private static void Allow(HttpRequest request, long bytes)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = bytes;
    }

    private async Task<Outcome<byte[]>> ReadPartsAsync(MultipartReader parts, BodyPart main, ApplicationForm form, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        byte[]? application = null;
        while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) || !disposition.IsFormDisposition() && !disposition.IsFileDisposition())
                return new MalformedMultipart();

            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
            if (name == main.Name)
            {
                if (application is not null)
                    return new MalformedMultipart();
                var read = await ReadApplicationAsync(part.Body, cancellationToken);
                if (!read.Succeeded)
                    return read;
                application = read.Value;
            }
            else if (await AddFileAsync(name, FileName(disposition, name), part.Body, form, attempt, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        return application is null ? main.Missing : application;
    }

    private static async Task<Error?> AddFileAsync(string kind, string name, Stream content, ApplicationForm form, SubmissionAttempt attempt, CancellationToken cancellationToken)
    {
        if (form.Attachments.FirstOrDefault(known => known.Kind == kind) is not { } known)
            return new UnknownAttachmentKind(kind);
        if (attempt.Attachments.Count >= form.Limits.MaxFiles)
            return new TooManyAttachments(kind, form.Limits.MaxFiles.ToString(System.Globalization.CultureInfo.InvariantCulture));

        var added = await attempt.AddAsync(known, name, content, cancellationToken);
        if (!added.Succeeded)
            return added.Error;
        return attempt.Attachments.Sum(file => file.Size) > form.Limits.MaxTotalBytes
            ? new AttachmentTooLarge(kind, known.Label, ByteSize.InMebibytes(form.Limits.MaxTotalBytes))
            : null;
    }

    // Names come from anybody: no path, no control characters, no novel.
    private static string FileName(ContentDispositionHeaderValue disposition, string kind)
    {
        var sent = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        var last = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new string([.. last.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]).Trim();
        return clean.Length == 0 ? kind : clean[..Math.Min(clean.Length, MaxFileNameLength)];
    }

    private async Task<Outcome<byte[]>> ReadApplicationAsync(Stream body, CancellationToken cancellationToken)
    {
        var limit = options.Value.MaxApplicationBytes;
        var buffer = new byte[Math.Min(limit + 1, 64 * 1024)];
        using var whole = new MemoryStream();
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > limit)
                return new ApplicationTooLarge(ByteSize.InMebibytes(limit));
        }

        var bytes = whole.ToArray();
        return IsObject(bytes) ? bytes : new MalformedJson();
    }

    private static bool IsObject(byte[] json)
    {
        // A name that comes twice, or bytes that are no UTF-8, would be read differently by whoever comes later.
        if (!Utf8.IsValid(json))
            return false;

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>The part of a multipart body that holds the JSON.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Missing">The answer to a body without it.</param>
internal sealed record BodyPart(string Name, Error Missing)
{
    public static BodyPart Application { get; } = new(AttachmentKind.ApplicationPart, new MissingApplicationPart());

    public static BodyPart Supplement { get; } = new("supplement", new MissingSupplementPart());
}
