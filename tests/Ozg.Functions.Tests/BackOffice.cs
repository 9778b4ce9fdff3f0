using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ozg.Functions.Tests;

/// <summary>A back-office system that outlives every host. It keeps what it gets by its Idempotency-Key, then answers as it is told.</summary>
internal sealed class BackOffice(Func<CancellationToken, Task<IResult>> answer) : IAsyncDisposable
{
    private WebApplication _app = null!;
    private int _tries;

    /// <summary>What came first under each key.</summary>
    public ConcurrentDictionary<string, string> Kept { get; } = new();

    /// <summary>Keys under which something else came later.</summary>
    public ConcurrentBag<string> Changed { get; } = [];

    public int Tries => _tries;

    public string Address => _app.Urls.Single();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            var (key, body) = (request.Headers["Idempotency-Key"].ToString(), await reader.ReadToEndAsync());
            if (Kept.GetOrAdd(key, body) != body)
                Changed.Add(key);
            Interlocked.Increment(ref _tries);
            return await answer(request.HttpContext.RequestAborted);
        });
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
