using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Functions.Delivery;
using Ozg.Functions.Processing;
using Ozg.Platform.Catalogue;
using Ozg.Platform.Delivery;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Payments;
using Ozg.Platform.Registers;

namespace Ozg.Functions.Tests.Startup;

/// <summary>What a process needs of others is missed when the app starts, not when a citizen waits.</summary>
public sealed class NeighbourTests
{
    [Fact]
    public void A_register_that_a_process_asks_has_to_be_configured_wherever_the_step_stands()
    {
        var check = new Step.Check { Id = "zone", Register = "parkzonen", Answers = ["gebiet"] };
        var rule = new RegisterTargets(Catalogue(new Step.Branch { Id = "branch", If = "always", Then = [check] }));

        Assert.Contains("Registers__Targets__06411000__parkzonen__Url", rule.Validate(null, new()).FailureMessage, StringComparison.Ordinal);
        Assert.True(rule.Validate(null, Registers("parkzonen")).Succeeded);
        Assert.True(rule.Validate(null, Registers("other")).Failed);
    }

    [Fact]
    public void A_check_of_the_application_alone_needs_no_register() =>
        Assert.True(new RegisterTargets(Catalogue(new Step.Check { Id = "check" })).Validate(null, new()).Succeeded);

    [Fact]
    public void A_Kommune_that_takes_money_needs_a_payment_platform()
    {
        var rule = new PaymentPlatforms(Catalogue(Pay("Bewohnerparken")));

        Assert.Contains("Payment__Platforms__06411000__BaseUrl", rule.Validate(null, new()).FailureMessage, StringComparison.Ordinal);
        Assert.True(rule.Validate(null, Payments()).Succeeded);
    }

    [Fact]
    public void A_purpose_that_no_platform_takes_is_missed_at_the_start() =>
        Assert.Contains("Gebühr", new PaymentPlatforms(Catalogue(Pay("Gebühr"))).Validate(null, Payments()).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public void A_treasury_that_gives_money_back_has_to_be_configured()
    {
        var rule = new DeliveryTargets(Catalogue(Pay("Bewohnerparken") with { RefundTo = "kasse" }));
        var options = new BackOfficeOptions();

        Assert.Contains("BackOffice__Targets__06411000__kasse__Url", rule.Validate(null, options).FailureMessage, StringComparison.Ordinal);
        options.Targets["default"] = new Dictionary<string, WebhookTarget> { ["kasse"] = new() { Url = new("https://kasse.example/"), Secret = "0123456789abcdef" } };
        Assert.True(rule.Validate(null, options).Succeeded);
    }

    private static Step.Pay Pay(string purpose) => new() { Id = "pay", Amount = "fee", Purpose = purpose, DueInDays = 14 };

    private static RegisterOptions Registers(string register)
    {
        var options = new RegisterOptions();
        options.Targets["default"] = new Dictionary<string, WebhookTarget> { [register] = new() { Url = new("https://register.example/"), Secret = "0123456789abcdef" } };
        return options;
    }

    private static PaymentOptions Payments()
    {
        var options = new PaymentOptions();
        options.Platforms["default"] = new();
        return options;
    }

    // A Leistung of the real catalogue, with one step as its process.
    private static Catalogue Catalogue(Step step)
    {
        var kommune = CatalogueFolder.Load(Path.Combine(AppContext.BaseDirectory, "catalogue"), new(2026, 11, 23)).Kommune(new("06411000")).Value;
        var offer = kommune.Offers[0];
        return new([new KommuneEntry(kommune, [offer with { Plan = offer.Plan with { Process = new([step]) } }])]);
    }
}
