using System.Collections.Concurrent;
using Ozg.Core;
using Ozg.Core.Catalogue;
using Ozg.Core.Submissions;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Submissions;

/// <summary>The forms that cases keep to: each stored once under its content hash, never changed.</summary>
public sealed class FormStore(Blobs blobs, Ozg.Core.Catalogue.Catalogue catalogue)
{
    private readonly ConcurrentDictionary<string, ApplicationForm> _known = new();

    /// <summary>Keeps a form; does nothing when it is kept already.</summary>
    public async Task KeepAsync(ApplicationForm form, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey(form.Hash))
            return;

        await blobs.WriteOnceAsync(BlobNames.Form(form.Hash), BinaryData.FromBytes(form.Write()), "application/json", cancellationToken);
        _known.TryAdd(form.Hash, form);
    }

    /// <summary>
    /// The form that a case keeps to. One that came before forms were kept has that of today's catalogue;
    /// <see cref="UnknownLeistung"/> when there is none any more.
    /// </summary>
    /// <exception cref="InvalidOperationException">The case's form is missing.</exception>
    public async Task<Outcome<ApplicationForm>> OfAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        if (manifest.FormHash is not { } hash)
            return catalogue.Offer(manifest.Kommune, manifest.Leistung) is { Succeeded: true, Value: var offer } ? offer.Form : new UnknownLeistung();
        if (_known.TryGetValue(hash, out var known))
            return known;

        var stored = await blobs.ReadAsync(BlobNames.Form(hash), cancellationToken) ?? throw new InvalidOperationException($"No form {hash} is kept.");
        return _known.GetOrAdd(hash, ApplicationForm.Read(stored.ToMemory().Span));
    }
}
