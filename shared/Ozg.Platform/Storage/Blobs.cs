using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Ozg.Platform.Storage;

/// <summary>One container of blobs, made when it is first used.</summary>
public sealed class Blobs(BlobServiceClient service)
{
    /// <summary>The container's name.</summary>
    public const string Container = "ozg";

    private readonly BlobContainerClient _container = service.GetBlobContainerClient(Container);
    private volatile bool _exists;

    /// <summary>Asks the service for something small.</summary>
    /// <exception cref="RequestFailedException">It does not answer.</exception>
    public async Task PingAsync(CancellationToken cancellationToken) => await _container.ExistsAsync(cancellationToken);

    /// <summary>A block blob.</summary>
    public async Task<BlockBlobClient> BlockAsync(string name, CancellationToken cancellationToken) =>
        (await ContainerAsync(cancellationToken)).GetBlockBlobClient(name);

    /// <summary>An append blob.</summary>
    public async Task<AppendBlobClient> AppendAsync(string name, CancellationToken cancellationToken) =>
        (await ContainerAsync(cancellationToken)).GetAppendBlobClient(name);

    /// <summary>Writes a blob once. Answers false, and writes nothing, when there is one of that name.</summary>
    public async Task<bool> WriteOnceAsync(string name, BinaryData content, string mediaType, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions
        {
            HttpHeaders = new() { ContentType = mediaType },
            Conditions = new() { IfNoneMatch = ETag.All },
        };
        try
        {
            await (await BlockAsync(name, cancellationToken)).UploadAsync(content.ToStream(), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException exists) when (exists.ErrorCode == BlobErrorCode.BlobAlreadyExists || exists.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return false;
        }
    }

    /// <summary>Writes a blob whose content depends on nothing but its name's owner, so that writing it again is harmless.</summary>
    public async Task WriteAsync(string name, BinaryData content, string mediaType, CancellationToken cancellationToken) =>
        await (await BlockAsync(name, cancellationToken)).UploadAsync(
            content.ToStream(), new BlobUploadOptions { HttpHeaders = new() { ContentType = mediaType } }, cancellationToken);

    /// <summary>Writes a blob if it is still as it was read. Answers false, and writes nothing, when somebody else was faster.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="mediaType">Its media type.</param>
    /// <param name="read">The version that was read; null: there was none.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<bool> ReplaceAsync(string name, BinaryData content, string mediaType, ETag? read, CancellationToken cancellationToken)
    {
        if (read is not { } tag)
            return await WriteOnceAsync(name, content, mediaType, cancellationToken);

        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = mediaType }, Conditions = new() { IfMatch = tag } };
        try
        {
            await (await BlockAsync(name, cancellationToken)).UploadAsync(content.ToStream(), options, cancellationToken);
            return true;
        }
        catch (RequestFailedException changed) when (changed.ErrorCode == BlobErrorCode.ConditionNotMet)
        {
            return false;
        }
    }

    /// <summary>A small blob's content; null when there is none of that name.</summary>
    public async Task<BinaryData?> ReadAsync(string name, CancellationToken cancellationToken) => (await FindAsync(name, cancellationToken))?.Content;

    /// <summary>A small blob's content and version; null when there is none of that name.</summary>
    public async Task<(BinaryData Content, ETag Tag)?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await ContainerAsync(cancellationToken)).GetBlobClient(name);
            var download = (await blob.DownloadContentAsync(cancellationToken)).Value;
            return (download.Content, download.Details.ETag);
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Deletes whatever begins with a prefix.</summary>
    public async Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        var container = await ContainerAsync(cancellationToken);
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellationToken))
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
    }

    private async Task<BlobContainerClient> ContainerAsync(CancellationToken cancellationToken)
    {
        if (!_exists)
        {
            await _container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            _exists = true;
        }

        return _container;
    }
}
