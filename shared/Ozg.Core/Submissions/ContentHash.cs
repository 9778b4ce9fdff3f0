using System.Security.Cryptography;
using System.Text;

namespace Ozg.Core.Submissions;

/// <summary>What makes two submissions the same: the application's bytes and each attachment's kind, name and bytes, in order.</summary>
public static class ContentHash
{
    /// <summary>SHA-256 in lower-case hex. How the parts were framed on the wire (multipart boundary, claimed media types) does not count.</summary>
    public static string Of(ReadOnlySpan<byte> application, IEnumerable<Attachment> attachments)
    {
        var text = new StringBuilder(Sha256(application));
        foreach (var attachment in attachments)
            text.Append('\n').Append(attachment.Kind).Append('\t').Append(attachment.Name).Append('\t').Append(attachment.Sha256);
        return Sha256(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>SHA-256 in lower-case hex.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
