using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Ozg.Hosting.Durable;

/// <summary>Instances in the order of their ids; a page's token is its last id.</summary>
internal sealed class InstancePages(
    OrchestrationQuery query, Func<OrchestrationQuery, string, int, IReadOnlyList<OrchestrationMetadata>> read)
    : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(
        string? continuationToken = null, int? pageSizeHint = null) =>
        Pages(continuationToken ?? query.ContinuationToken ?? "", pageSizeHint ?? query.PageSize).ToAsyncEnumerable();

    private IEnumerable<Page<OrchestrationMetadata>> Pages(string after, int size)
    {
        string? next = after;
        while (next is not null)
        {
            var values = read(query, next, size);
            next = values.Count == size ? values[^1].InstanceId : null;
            yield return new Page<OrchestrationMetadata>(values, next);
        }
    }
}
