using System.Security.Cryptography;
using System.Text;

namespace Ozg.Hosting.Emulator;

/// <summary>The accounts that Azurite is told to have. Their keys protect nothing: it listens on this machine only.</summary>
internal static class AzuriteAccounts
{
    // The account and key that every storage tool knows for a local emulator.
    private const string FirstName = "devstoreaccount1";
    private const string FirstKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>For the environment variable <c>AZURITE_ACCOUNTS</c>.</summary>
    public static string Declaration(int count) =>
        string.Join(';', Enumerable.Range(0, count).Select(number => $"{Name(number)}:{Key(number)}"));

    public static string ConnectionString(int number, AzuritePorts ports)
    {
        var name = Name(number);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key(number)};"
            + $"BlobEndpoint=http://127.0.0.1:{ports.Blob}/{name};"
            + $"QueueEndpoint=http://127.0.0.1:{ports.Queue}/{name};"
            + $"TableEndpoint=http://127.0.0.1:{ports.Table}/{name};";
    }

    private static string Name(int number) => number == 0 ? FirstName : $"account{number}";

    private static string Key(int number) =>
        number == 0 ? FirstKey : Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(Name(number))));
}

internal sealed record AzuritePorts(int Blob, int Queue, int Table);
