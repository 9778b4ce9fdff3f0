namespace Ozg.Core.Submissions;

/// <summary>Recognises the file types that citizens may send, by their first bytes.</summary>
public static class MediaTypes
{
    /// <summary>How many bytes recognition needs.</summary>
    public const int HeadLength = 8;

    /// <summary>The media type; null when the file is of none that may be sent.</summary>
    public static string? Recognise(ReadOnlySpan<byte> head) => head switch
    {
        _ when head.StartsWith("%PDF-"u8) => "application/pdf",
        _ when head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => "image/jpeg",
        _ when head.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) => "image/png",
        _ => null,
    };
}
