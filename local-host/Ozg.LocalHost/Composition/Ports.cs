using System.Net;
using System.Net.Sockets;

namespace Ozg.Hosting.Composition;

/// <summary>Says early and clearly that a port is taken.</summary>
internal static class Ports
{
    /// <param name="port">0 is always free.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="option">Which option chooses another.</param>
    /// <exception cref="LocalHostException">Somebody listens there.</exception>
    public static void EnsureFree(int port, string purpose, string option)
    {
        if (port == 0)
            return;

        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw Taken(port, purpose, option, taken);
        }
    }

    public static LocalHostException Taken(int port, string purpose, string option, Exception cause) => new(
        $"Port {port} ({purpose}) is in use. Stop what uses it, or choose another port with {option}.", cause);
}
