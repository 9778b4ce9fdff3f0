using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Registers;

namespace Ozg.Platform.Tests.Registers;

public sealed class RegisterOptionsTests
{
    [Fact]
    public void A_Kommunes_own_register_goes_before_the_one_for_all_name_by_name()
    {
        var options = new RegisterOptions();
        options.Targets["default"] = new Dictionary<string, WebhookTarget> { ["a"] = Target("https://all/a"), ["b"] = Target("https://all/b") };
        options.Targets["06411000"] = new Dictionary<string, WebhookTarget> { ["a"] = Target("https://own/a") };

        Assert.Equal("https://own/a", options.Find(new("06411000"), "a")?.Url?.OriginalString);
        Assert.Equal("https://all/b", options.Find(new("06411000"), "b")?.Url?.OriginalString);
        Assert.Equal("https://all/a", options.Find(new("06432007"), "a")?.Url?.OriginalString);
        Assert.Null(options.Find(new("06411000"), "c"));
    }

    [Theory]
    [InlineData("ekom21_melderegister")] // as Linux takes it
    [InlineData("ekom21-melderegister")] // as a file or Windows takes it too
    public void A_name_with_a_hyphen_is_set_with_an_underscore(string setting)
    {
        var options = new RegisterOptions();
        options.Targets["default"] = new Dictionary<string, WebhookTarget> { [setting] = Target("https://all/a") };

        Assert.NotNull(options.Find(new("06411000"), "ekom21-melderegister"));
        Assert.Null(options.Find(new("06411000"), "ekom21melderegister"));
    }

    [Theory]
    [InlineData("default", "https://register.example/", "0123456789abcdef", null)]
    [InlineData("06411000", "http://localhost:1/", "0123456789abcdef", null)]
    [InlineData("6411000", "https://register.example/", "0123456789abcdef", "AGS")]
    [InlineData("default", "http://register.example/", "0123456789abcdef", "Url")]
    [InlineData("default", "/register", "0123456789abcdef", "Url")]
    [InlineData("default", "https://register.example/", "0123456789abcde", "Secret")]
    public void What_cannot_work_is_said_at_the_start(string kommune, string url, string secret, string? mistake)
    {
        var options = new RegisterOptions();
        options.Targets[kommune] = new Dictionary<string, WebhookTarget> { ["a"] = new() { Url = new(url, UriKind.RelativeOrAbsolute), Secret = secret } };

        var said = OptionsRules.MistakesOf(options);

        if (mistake is null)
            Assert.Empty(said);
        else
            Assert.Contains(mistake, Assert.Single(said), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void A_timeout_is_one_second_to_five_minutes(int seconds) =>
        Assert.NotEmpty(OptionsRules.MistakesOf(new RegisterOptions { Timeout = TimeSpan.FromSeconds(seconds) }));

    private static WebhookTarget Target(string url) => new() { Url = new(url), Secret = "0123456789abcdef" };
}
