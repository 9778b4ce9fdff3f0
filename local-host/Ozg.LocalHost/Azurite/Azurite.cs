using Ozg.Hosting.Emulator;

namespace Ozg.Hosting;

/// <summary>A running Azurite, the official emulator of blobs, queues and tables. It ends with this process.</summary>
public sealed class Azurite : IAsyncDisposable
{
    private readonly AzuriteProcess _process;
    private readonly int _accounts;
    private int _used;

    private Azurite(AzuriteProcess process, int accounts)
    {
        _process = process;
        _accounts = accounts;
    }

    /// <summary>Of the first account, which <see cref="NewAccount"/> never gives.</summary>
    public string ConnectionString => AzuriteAccounts.ConnectionString(0, _process.Ports);

    /// <summary>Installs Azurite if this machine does not have it yet, and starts it.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LocalHostException">Node.js is missing, the installation failed, or a port is taken.</exception>
    public static async Task<Azurite> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Accounts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Accounts, 500, nameof(options));
        var installed = await AzuriteInstall.EnsureAsync(Console.Error, cancellationToken);
        return new Azurite(await AzuriteProcess.StartAsync(installed, options, cancellationToken), options.Accounts);
    }

    /// <summary>A connection string of an account that nobody else uses, so that tests can run side by side.</summary>
    /// <exception cref="InvalidOperationException">All <see cref="AzuriteOptions.Accounts"/> are in use.</exception>
    public string NewAccount()
    {
        var account = Interlocked.Increment(ref _used);
        return account < _accounts
            ? AzuriteAccounts.ConnectionString(account, _process.Ports)
            : throw new InvalidOperationException($"All {_accounts} accounts are in use; start Azurite with more.");
    }

    /// <summary>Saves what it holds and ends it.</summary>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
