using System.Text;
using CsCheck;
using Ozg.Platform.Delivery.Webhook;

namespace Ozg.Platform.Tests.Delivery;

public sealed class WebhookSignatureTests
{
    private const string Secret = "a secret of both sides";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_signed_verifies() =>
        Gen.Byte.Array.Sample(body => WebhookSignature.Verify(Secret, WebhookSignature.Sign(Secret, Now, body), Now, body));

    [Fact]
    public void Another_body_does_not() =>
        Gen.Select(Gen.Byte.Array, Gen.Byte.Array).Sample((signed, sent) =>
            signed.SequenceEqual(sent) || !WebhookSignature.Verify(Secret, WebhookSignature.Sign(Secret, Now, signed), Now, sent));

    [Fact]
    public void Another_secret_does_not() =>
        Assert.False(WebhookSignature.Verify("another secret, not theirs", WebhookSignature.Sign(Secret, Now, "{}"u8), Now, "{}"u8));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void A_signature_holds_five_minutes_in_either_direction(int seconds, bool holds) =>
        Assert.Equal(holds, WebhookSignature.Verify(Secret, WebhookSignature.Sign(Secret, Now, "{}"u8), Now.AddSeconds(seconds), "{}"u8));

    [Theory]
    [InlineData("")]
    [InlineData("t=1")]
    [InlineData("v1=00,t=1")]
    [InlineData("t=-1,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=1764763200,v1=")]
    public void Whatever_else_stands_in_the_header_does_not_verify(string header) =>
        Assert.False(WebhookSignature.Verify(Secret, header, Now, "{}"u8));

    [Fact]
    public void The_header_is_the_hmac_of_time_dot_body()
    {
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{Now.ToUnixTimeSeconds()}.{{}}")));

        Assert.Equal($"t={Now.ToUnixTimeSeconds()},v1={expected}", WebhookSignature.Sign(Secret, Now, "{}"u8));
    }
}
