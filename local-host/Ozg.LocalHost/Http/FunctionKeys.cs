using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Ozg.Hosting.Storage;

namespace Ozg.Hosting.Http;

/// <summary>
/// The one key of this host, for every function that asks for one. It is made once and kept in the data folder, so that
/// links with <c>?code=</c> outlive a restart.
/// </summary>
internal sealed class FunctionKeys
{
    private const string Header = "x-functions-key";

    private readonly byte[]? _key;

    /// <param name="folder">Where the key is kept.</param>
    /// <param name="enforce">Otherwise no key is asked for, as by the official tools.</param>
    public FunctionKeys(DataFolder folder, bool enforce)
    {
        if (!enforce)
            return;

        var file = folder.File("function.key");
        if (!File.Exists(file))
            File.WriteAllText(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        _key = Encoding.UTF8.GetBytes(File.ReadAllText(file).Trim());
    }

    public bool Allow(HttpRequest request, AuthorizationLevel level)
    {
        if (_key is null || level == AuthorizationLevel.Anonymous)
            return true;

        var given = request.Headers.TryGetValue(Header, out var header) ? header.ToString() : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _key);
    }
}
