using System.Net;

namespace Ozg.Platform.Neighbours;

/// <summary>What another system answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">At most as long as was allowed.</param>
internal sealed record NeighbourAnswer(HttpStatusCode Status, byte[] Body)
{
    public bool IsSuccess => (int)Status is >= 200 and <= 299;
}

/// <summary>Asks another system: the answer has a time and a size.</summary>
internal static class BoundedCall
{
    /// <exception cref="NeighbourException">Not reached, too late or too long.</exception>
    public static async Task<NeighbourAnswer> CallAsync(this HttpClient http, string who, HttpRequestMessage request, TimeSpan timeout, int maxBytes, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(timeout);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, time.Token);
            await response.Content.LoadIntoBufferAsync(maxBytes, time.Token);
            return new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(time.Token));
        }
        catch (HttpRequestException tooLong) when (tooLong.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new NeighbourException(who, $"answered more than {maxBytes} bytes");
        }
        catch (HttpRequestException unreachable)
        {
            throw new NeighbourException(who, $"was not reached: {unreachable.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new NeighbourException(who, $"did not answer within {timeout.TotalSeconds} s");
        }
    }
}
