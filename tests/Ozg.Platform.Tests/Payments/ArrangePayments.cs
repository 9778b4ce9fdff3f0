using System.Net;
using Microsoft.Extensions.Time.Testing;
using Ozg.Core.Cases;
using Ozg.Platform.Payments;

namespace Ozg.Platform.Tests.Payments;

/// <summary>A client with a platform of its own and its own clock.</summary>
internal sealed class ArrangePayments
{
    public static readonly CaseId Id = CaseId.Derive(new("06411000"), "parking", "key");

    private readonly HttpClient _http;

    public ArrangePayments(params (HttpStatusCode Status, string Body)[] answers)
    {
        Platform = new(answers);
        _http = new(Platform);
        Options.Platforms["default"] = Settings();
        Client = new(_http, new(Clock), Microsoft.Extensions.Options.Options.Create(Options), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public FakePlatform Platform { get; }

    public PaymentOptions Options { get; } = new() { ReturnAddress = new("https://antrag.example/api/payments/return") };

    public PaymentClient Client { get; }

    public static PaymentOrder Order => new(Id, "fee", Attempt: 1, Cents: 3000, "Bewohnerparken", "DA-2026-7KQ2-M9XB");

    public static PaymentPlatform Settings() => new()
    {
        BaseUrl = new("https://pay.example/api/"),
        TokenUrl = new("https://pay.example/auth/token"),
        OriginatorId = "ozg",
        ClientId = "client",
        ClientSecret = "secret & more",
    };

    public static (HttpStatusCode, string) Says(string status, string page = "https://pay.example/page/1", string transaction = "tx-1") =>
        (HttpStatusCode.OK, $$"""{"paymentRequest":{},"paymentInformation":{"transactionId":"{{transaction}}","status":"{{status}}","transactionRedirectUrl":"{{page}}","paymentMethod":null} }""");

    public static (HttpStatusCode, string) Refuses(string code, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        (status, $$"""{"functionalCode":"{{code}}","functionalText":"Müller"}""");

    public Task<BegunPayment> BeginAsync(PaymentOrder? order = null) => Client.BeginAsync(order ?? Order, CancellationToken.None);

    public Task<PaymentStatus> AskAsync(string transaction = "tx-1") => Client.StatusAsync(Id.Kommune, transaction, CancellationToken.None);
}
