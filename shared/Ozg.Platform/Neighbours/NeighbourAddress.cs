namespace Ozg.Platform.Neighbours;

/// <summary>Where another system may be: what goes there is personal or secret, so it is encrypted on every way that leaves the machine.</summary>
internal static class NeighbourAddress
{
    public const string Form = "has to be an absolute https address; http only on this machine";

    public static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "https" } or { IsAbsoluteUri: true, Scheme: "http", IsLoopback: true };
}
