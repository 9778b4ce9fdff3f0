using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ozg.Core.Cases;

namespace Ozg.Platform.Payments;

/// <summary>
/// The form that XBezahldienste 1.0.0 gives to what is sent. Its patterns are ECMAScript's, where <c>\w</c> is a letter A to Z, a
/// digit or an underscore: no umlauts in a purpose.
/// </summary>
public static partial class PaymentRules
{
    /// <summary>The longest redirect address, in characters.</summary>
    public const int MaxRedirectLength = 2082;

    /// <summary>The highest amount: 999,999 euro.</summary>
    public const long MaxCents = 999_999_00;

    /// <summary>Whether a purpose may be sent: 1 to 27 letters A to Z, digits, underscores, blanks and hyphens.</summary>
    public static bool IsPurpose(string text) => Purpose().IsMatch(text);

    /// <summary>Whether an id may be sent: 1 to 36 letters A to Z, digits, underscores and hyphens.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>Whether a platform's transaction id can stand in an address: 1 to 64 of the same characters.</summary>
    internal static bool IsTransaction(string text) => Transaction().IsMatch(text);

    /// <summary>Cents as euro with two decimals, as they are to be written.</summary>
    public static decimal Euro(long cents) => new((int)cents, (int)(cents >> 32), 0, isNegative: false, scale: 2);

    /// <summary>
    /// The request's id: the same for the same attempt, however often it is made. A UUID of version 8 (RFC 9562) over SHA-256.
    /// </summary>
    /// <param name="case">The case.</param>
    /// <param name="step">The pay step.</param>
    /// <param name="attempt">Counted from 1.</param>
    /// <param name="repetition">0, and more only where a platform refuses to be asked the same again.</param>
    public static string RequestId(CaseId @case, string step, int attempt, int repetition)
    {
        // A line each; neither ids nor step names hold line breaks.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{@case}\n{step}\n{attempt}\n{repetition}")).AsSpan(0, 16);
        hash[6] = (byte)(0x80 | (hash[6] & 0x0f));
        hash[8] = (byte)(0x80 | (hash[8] & 0x3f));
        return new Guid(hash, bigEndian: true).ToString("D");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_ -]{1,27}\z")]
    private static partial Regex Purpose();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,36}\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Transaction();
}
