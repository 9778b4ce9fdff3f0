using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Submissions;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Submissions;

/// <summary>One try to submit. Streams: memory does not grow with the size of a file.</summary>
public sealed class SubmissionAttempt
{
    private const int BufferSize = 128 * 1024;

    private readonly Blobs _blobs;
    private readonly List<Attachment> _attachments = [];

    internal SubmissionAttempt(Blobs blobs, string folder) => (_blobs, Folder) = (blobs, folder);

    /// <summary>Whose blobs are this try's.</summary>
    public string Folder { get; }

    /// <summary>What has been stored so far, in the order in which it came.</summary>
    public IReadOnlyList<Attachment> Attachments => _attachments;

    /// <summary>Stores a file as it streams in; hashes and recognises it on the way.</summary>
    /// <param name="kind">Which of the Leistung's kinds it is, and what that allows.</param>
    /// <param name="name">The sender's file name, without a path.</param>
    /// <param name="content">Read to its end, or to the limit.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <returns>The stored file, or why it cannot be taken; then the try has to be discarded.</returns>
    public async Task<Outcome<Attachment>> AddAsync(AttachmentKind kind, string name, Stream content, CancellationToken cancellationToken)
    {
        var blob = await _blobs.BlockAsync($"{Folder}{_attachments.Count:000}", cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var headLength = await content.ReadAtLeastAsync(buffer, MediaTypes.HeadLength, throwOnEndOfStream: false, cancellationToken);
            if (headLength == 0)
                return new EmptyAttachment(kind.Kind, kind.Label);
            if (MediaTypes.Recognise(buffer.AsSpan(0, headLength)) is not { } mediaType || !kind.MediaTypes.Contains(mediaType))
                return new AttachmentType(kind.Kind, kind.Label, string.Join(", ", kind.MediaTypes.Select(type => type.Split('/')[^1].ToUpperInvariant())));

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            await using var target = await blob.OpenWriteAsync(overwrite: true, cancellationToken: cancellationToken);
            long size = 0;
            for (var read = headLength; read > 0; read = await content.ReadAsync(buffer, cancellationToken))
            {
                size += read;
                if (size > kind.MaxBytes)
                    return new AttachmentTooLarge(kind.Kind, kind.Label, ByteSize.InMebibytes(kind.MaxBytes));
                hash.AppendData(buffer, 0, read);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            var stored = new Attachment(name, kind.Kind, mediaType, size, Convert.ToHexStringLower(hash.GetHashAndReset()), blob.Name);
            _attachments.Add(stored);
            return stored;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Stores a file of another application, as it is there.</summary>
    /// <exception cref="InvalidOperationException">It is not what was received; the try has to be discarded.</exception>
    public async Task CopyAsync(Attachment file, CancellationToken cancellationToken)
    {
        await using var source = await (await _blobs.BlockAsync(file.Blob, cancellationToken)).OpenReadAsync(cancellationToken: cancellationToken);
        var same = new AttachmentKind(file.Kind, new(file.Kind), new(file.Kind), file.Size, [file.MediaType]);
        var copy = await AddAsync(same, file.Name, source, cancellationToken);
        if (!copy.Succeeded || copy.Value with { Blob = file.Blob } != file)
            throw new InvalidOperationException($"The blob {file.Blob} is not what was received.");
    }

    /// <summary>Stores what goes with an application that is handed on.</summary>
    /// <returns>The blob that holds it.</returns>
    public async Task<string> SetLetterAsync(ForwardingLetter letter, CancellationToken cancellationToken)
    {
        var name = $"{Folder}letter.json";
        await _blobs.WriteAsync(name, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(letter, StorageJson.Default.ForwardingLetter)), "application/json", cancellationToken);
        return name;
    }

    /// <summary>Stores the application's JSON, byte for byte.</summary>
    /// <returns>The blob that holds it.</returns>
    public async Task<string> SetApplicationAsync(BinaryData json, CancellationToken cancellationToken)
    {
        var name = $"{Folder}application.json";
        await _blobs.WriteAsync(name, json, "application/json", cancellationToken);
        return name;
    }

    /// <summary>Removes what this try has stored.</summary>
    public Task DiscardAsync(CancellationToken cancellationToken) => _blobs.DeleteAllAsync(Folder, cancellationToken);
}
