using System.Net;
using System.Net.Sockets;

namespace Ozg.Hosting.Composition;

/// <summary>Says early and clearly that a port is taken.</summary>
internal static class Ports
{
    // Below what Linux, Windows and macOS give to outgoing connections: nobody takes one of these by chance.
    private const int First = 20_000;
    private const int Last = 29_999;

    /// <summary>The port to listen on, before anything is configured that has to name it.</summary>
    /// <param name="wanted">0 for any that is free.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="option">Which option chooses another.</param>
    /// <exception cref="LocalHostException">Somebody listens there.</exception>
    public static int Choose(int wanted, string purpose, string option)
    {
        if (wanted != 0)
        {
            EnsureFree(wanted, purpose, option);
            return wanted;
        }

        while (true)
        {
            var port = Random.Shared.Next(First, Last + 1);
            if (IsFree(port))
                return port;
        }
    }

    /// <param name="port">0 is always free.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="option">Which option chooses another.</param>
    /// <exception cref="LocalHostException">Somebody listens there.</exception>
    public static void EnsureFree(int port, string purpose, string option)
    {
        if (port != 0 && !IsFree(port))
            throw Taken(port, purpose, option);
    }

    public static LocalHostException Taken(int port, string purpose, string option, Exception? cause = null) => new(
        $"Port {port} ({purpose}) is in use. Stop what uses it, or choose another port with {option}.", cause);

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return false;
        }
    }
}
