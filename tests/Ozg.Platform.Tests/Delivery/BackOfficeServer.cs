using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ozg.Platform.Tests.Delivery;

/// <summary>A real HTTP server that answers as a test says, and keeps what it was sent.</summary>
internal sealed class BackOfficeServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BackOfficeServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public List<(IHeaderDictionary Headers, byte[] Body)> Received { get; } = [];

    public static async Task<BackOfficeServer> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new BackOfficeServer(builder.Build());
        server._app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            lock (server.Received)
                server.Received.Add((new HeaderDictionary(context.Request.Headers.ToDictionary()), body.ToArray())); // the server takes its own back
            await answer(context);
        });
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
