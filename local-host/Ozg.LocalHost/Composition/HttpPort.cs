using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace Ozg.Hosting.Composition;

/// <summary>
/// The port that the host serves on, known before anything is configured that has to name it. One that any will do for is
/// claimed at once and handed over as it is, so that nobody else can get it in between.
/// </summary>
internal sealed class HttpPort : IDisposable
{
    private Socket? _claimed;

    private HttpPort(int number, Socket? claimed) => (Number, _claimed) = (number, claimed);

    public int Number { get; }

    public Uri Address => new($"http://localhost:{Number}");

    /// <param name="wanted">0 for any that is free.</param>
    /// <exception cref="LocalHostException">Somebody listens there.</exception>
    public static HttpPort Claim(int wanted)
    {
        if (wanted != 0)
        {
            Ports.EnsureFree(wanted, "HTTP", "--port");
            return new HttpPort(wanted, null);
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return new HttpPort(((IPEndPoint)socket.LocalEndPoint!).Port, socket);
    }

    public void ListenWith(IWebHostBuilder web)
    {
        if (_claimed is null)
        {
            web.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(Number));
            return;
        }

        web.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Number));
        web.ConfigureServices(services => services.Configure<SocketTransportOptions>(
            sockets => sockets.CreateBoundListenSocket = _ => HandOver()));
    }

    /// <summary>Gives the port back, unless the server has it.</summary>
    public void Dispose() => _claimed?.Dispose();

    private Socket HandOver()
    {
        var socket = _claimed!;
        _claimed = null;
        return socket;
    }
}
