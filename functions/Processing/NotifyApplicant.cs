using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;

namespace Ozg.Functions.Processing;

/// <summary>Puts a message for the applicant beside the documents.</summary>
public sealed class NotifyApplicant(DocumentWriter writer, TimeProvider clock)
{
    /// <summary>Idempotent: the first one written stands.</summary>
    [Function(nameof(NotifyApplicant))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Notify effect, CancellationToken cancellationToken)
    {
        var name = await writer.WriteAsync(effect.Case, effect.Template, effect.Result, cancellationToken);
        return new(new CaseEvent.Notified(effect.Step, name) { At = clock.GetUtcNow() });
    }
}
