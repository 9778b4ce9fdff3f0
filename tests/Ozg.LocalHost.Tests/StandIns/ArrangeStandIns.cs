using Microsoft.Extensions.Options;
using Ozg.Core.Cases;
using Ozg.Hosting.Payments;
using Ozg.Hosting.Registers;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Payments;
using Ozg.Platform.Registers;

namespace Ozg.Hosting.Tests.StandIns;

/// <summary>A host with the stand-ins for registers and the payment platform, and the pipeline's own clients for them.</summary>
internal sealed class ArrangeStandIns : IAsyncDisposable
{
    public const string Secret = "known to both sides";

    public static readonly CaseId Id = CaseId.Derive(new("06411000"), "parking", "key");

    private readonly Arrange _arrange;
    private readonly HttpClient _http = new();

    private ArrangeStandIns(Arrange arrange)
    {
        _arrange = arrange;
        var registers = new RegisterOptions();
        registers.Targets["default"] = new Dictionary<string, WebhookTarget> { ["parkzonen"] = new() { Url = new(arrange.Host.BaseAddress, "/local/registers/parkzonen"), Secret = Secret } };
        Registers = new(_http, Options.Create(registers), arrange.Clock);

        var payments = new PaymentOptions { ReturnAddress = new("https://antrag.example/back") };
        payments.Platforms["default"] = Platform(arrange.Host.BaseAddress);
        Payments = new(_http, new(arrange.Clock), Options.Create(payments), arrange.Clock);
    }

    public RegisterClient Registers { get; }

    public PaymentClient Payments { get; }

    public HttpClient Http => _arrange.Http;

    public Arrange Host => _arrange;

    public static PaymentOrder Order => new(Id, "fee", Attempt: 1, Cents: 12000, "Bewohnerparken", "DA-2026-7KQ2-M9XB");

    public static async Task<ArrangeStandIns> StartAsync() => new(await Arrange.HostAsync(Map));

    /// <summary>The host ends without warning, and another begins on the same folder.</summary>
    public async Task<ArrangeStandIns> RestartAsync()
    {
        await _arrange.Host.DisposeAsync();
        return new(await _arrange.NextHostAsync(Map));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _arrange.DisposeAsync();
    }

    private static PaymentPlatform Platform(Uri address) => new()
    {
        BaseUrl = new(address, "/local/payments"),
        TokenUrl = new(address, "/local/payments/token"),
        OriginatorId = "ozg",
        ClientId = "ozg",
        ClientSecret = Secret,
    };

    private static void Map(LocalHostOptions options) => options.MapEndpoints = endpoints =>
    {
        endpoints.MapRegisters(new RegisterRecords(options.DataFolder), [Secret], options.Clock);
        endpoints.MapPayments(new PaymentRecords(options.DataFolder), [Platform(new("http://localhost"))], options.Clock);
    };
}
