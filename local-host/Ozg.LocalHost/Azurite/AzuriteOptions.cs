namespace Ozg.Hosting;

/// <summary>How to run Azurite.</summary>
public sealed class AzuriteOptions
{
    /// <summary>Where it keeps its data; needed unless <see cref="InMemory"/>.</summary>
    public string? Folder { get; set; }

    /// <summary>The port for blobs; queues and tables get the next two. 0 (unless set): any that are free.</summary>
    public int Port { get; set; }

    /// <summary>How many accounts there are, the first included; 1 unless set, at most 500.</summary>
    public int Accounts { get; set; } = 1;

    /// <summary>Keeps everything in memory, and loses it in the end: for tests.</summary>
    public bool InMemory { get; set; }
}
