namespace Ozg.Hosting.Storage;

/// <summary>
/// Where a host keeps its state. One host at a time owns it: then nothing in it has to say who works on it, and after
/// a crash nobody has to be waited for.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _ownership;

    /// <exception cref="LocalHostException">Another host runs in it.</exception>
    public DataFolder(string path)
    {
        Path = Directory.CreateDirectory(path).FullName;
        try
        {
            // The operating system lets go of it when the process ends, however it ends.
            _ownership = new FileStream(File("host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new LocalHostException(
                $"The folder {Path} is in use by a running local host. Stop that one, or choose another folder with --data.",
                taken);
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _ownership.Dispose();
}
