using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Cases;

/// <summary>
/// An application and the case it becomes: the Kommune's key, a hyphen and 26 characters of Crockford's base32.
/// Holding the key, it is found within its Kommune without an index over all of them.
/// </summary>
/// <param name="Value">For example <c>06411000-0t4y…</c>.</param>
[JsonConverter(typeof(StringIdConverter<CaseId>))]
public readonly record struct CaseId(string Value) : IStringId<CaseId>
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int AgsLength = 8;
    private const int HashLength = 26;

    /// <summary>Whose case it is.</summary>
    public Ags Kommune => new(Value[..AgsLength]);

    /// <inheritdoc />
    public static CaseId From(string value) => new(value);

    /// <summary>Whether a text has the form of an id; not whether there is such a case.</summary>
    public static bool IsWellFormed(string text) =>
        text.Length == AgsLength + 1 + HashLength && Ags.IsWellFormed(text[..AgsLength]) && text[AgsLength] == '-'
        && text[(AgsLength + 1)..].All(Alphabet.Contains);

    /// <summary>The same (Kommune, Leistung, key) is the same application, however often it is sent.</summary>
    /// <param name="kommune">The addressed Kommune.</param>
    /// <param name="leistung">The Leistung's id.</param>
    /// <param name="idempotencyKey">The sender's key, or a random one where the sender gave none.</param>
    public static CaseId Derive(Ags kommune, string leistung, string idempotencyKey) => Of(kommune, kommune.Value, leistung, idempotencyKey);

    /// <summary>
    /// The case that this one's application becomes when it is handed on: the same however often that is tried, and none that
    /// <see cref="Derive"/> gives, whatever key a sender chooses.
    /// </summary>
    /// <param name="other">The Kommune that is responsible.</param>
    public CaseId ForwardedTo(Ags other) => Of(other, other.Value, Value);

    /// <inheritdoc />
    public override string ToString() => Value;

    // Each part's length goes in front of it, so that no two different lists make the same text.
    private static CaseId Of(Ags kommune, params IEnumerable<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part.Length}:{part}"))));
        return new($"{kommune}-{Base32(hash)}");
    }

    private static string Base32(byte[] hash)
    {
        var bits = new System.Numerics.BigInteger(hash, isUnsigned: true, isBigEndian: true);
        return string.Create(HashLength, bits, static (text, rest) =>
        {
            for (var at = 0; at < text.Length; at++, rest >>= 5)
                text[at] = Alphabet[(int)(rest & 31)];
        });
    }
}
