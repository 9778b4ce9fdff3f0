using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ozg.Hosting.Composition;

/// <summary>
/// The port that the host serves on, known before anything is configured that has to name it. One that any will do for is
/// claimed at once and handed over as it is, so that nobody else can get it in between.
/// </summary>
internal sealed class HttpPort : IDisposable
{
    private readonly Socket? claimed;

    private HttpPort(int number, Socket? claimed) => (Number, this.claimed) = (number, claimed);

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

    public void ListenWith(KestrelServerOptions kestrel)
    {
        if (claimed is null)
        {
            kestrel.ListenLocalhost(Number);
            return;
        }

        kestrel.ListenHandle((ulong)claimed.SafeHandle.DangerousGetHandle());
        claimed.SafeHandle.SetHandleAsInvalid(); // the server closes it
    }

    public void Dispose() => claimed?.Dispose();
}
