using Microsoft.Azure.Functions.Worker;
using Ozg.Core.Cases;

namespace Ozg.Functions.Processing;

/// <summary>Makes a document for the applicant.</summary>
public sealed class IssueDocument(DocumentWriter writer, TimeProvider clock)
{
    /// <summary>Idempotent: the first one made stands.</summary>
    [Function(nameof(IssueDocument))]
    public async Task<Happened> Run([ActivityTrigger] Effect.Issue effect, CancellationToken cancellationToken)
    {
        var name = await writer.WriteAsync(effect.Case, effect.Template, effect.Result, cancellationToken);
        return new(new CaseEvent.Issued(effect.Step, name) { At = clock.GetUtcNow() });
    }
}
