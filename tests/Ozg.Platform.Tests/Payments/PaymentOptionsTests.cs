using Ozg.Platform.Payments;

namespace Ozg.Platform.Tests.Payments;

public sealed class PaymentOptionsTests
{
    public static TheoryData<Action<PaymentPlatform>, string> Breaks => new()
    {
        { platform => platform.BaseUrl = null, "BaseUrl" },
        { platform => platform.BaseUrl = new("http://pay.example/"), "BaseUrl" },
        { platform => platform.TokenUrl = new("/token", UriKind.Relative), "TokenUrl" },
        { platform => platform.OriginatorId = "", "OriginatorId" },
        { platform => platform.OriginatorId = "ä", "OriginatorId" },
        { platform => platform.EndPointId = new('1', 37), "EndPointId" },
        { platform => platform.EndPointId = "a/b", "EndPointId" },
        { platform => platform.ClientId = "", "ClientId" },
        { platform => platform.ClientSecret = "", "ClientSecret" },
    };

    [Fact]
    public void A_platform_without_a_mistake_is_taken() => Assert.Empty(OptionsRules.MistakesOf(Options("default")));

    [Fact]
    public void Whoever_takes_no_money_needs_no_platform() => Assert.Empty(OptionsRules.MistakesOf(new PaymentOptions()));

    [Theory]
    [MemberData(nameof(Breaks))]
    public void What_cannot_work_is_said_at_the_start(Action<PaymentPlatform> breaks, string setting)
    {
        var options = Options("06411000");
        breaks(options.Platforms["06411000"]);

        Assert.StartsWith($"Payment:Platforms:06411000:{setting}", Assert.Single(OptionsRules.MistakesOf(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_is_for_a_Kommune_or_for_all() => Assert.Contains("AGS", Assert.Single(OptionsRules.MistakesOf(Options("Darmstadt"))), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("http://antrag.example/back")]
    public void Applicants_have_to_be_sent_back_to_a_safe_address(string? address)
    {
        var options = Options("default");
        options.ReturnAddress = address is null ? null : new(address);

        Assert.StartsWith("Payment:ReturnAddress", Assert.Single(OptionsRules.MistakesOf(options)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Kommunes_own_platform_goes_before_the_one_for_all()
    {
        var options = Options("default");
        options.Platforms["06411000"] = new();

        Assert.Same(options.Platforms["06411000"], options.Find(new("06411000")));
        Assert.Same(options.Platforms["default"], options.Find(new("06432007")));
    }

    private static PaymentOptions Options(string kommune)
    {
        var options = new PaymentOptions { ReturnAddress = new("https://antrag.example/api/payments/return") };
        options.Platforms[kommune] = ArrangePayments.Settings();
        return options;
    }
}
