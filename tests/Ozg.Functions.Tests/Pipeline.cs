using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ozg.Hosting;

namespace Ozg.Functions.Tests;

/// <summary>The whole pipeline on its own port, folder, storage account and clock. Spoken to over HTTP only.</summary>
internal sealed class Pipeline : IAsyncDisposable
{
    public const string Darmstadt = "06411000";
    public const string Fischbachtal = "06432007";
    public const string DogTax = "hundesteuer-anmeldung";

    // When the accounts of one Azurite are used up, the next is started.
    private const int AccountsEach = 250;
    private static readonly ConcurrentDictionary<int, Lazy<Task<Azurite>>> Emulators = new();
    private static int _accounts;

    private readonly string _storage;
    private LocalHost _host;

    private Pipeline(LocalHost host, FakeTimeProvider clock, string folder, string storage)
    {
        (_host, Clock, Folder, _storage) = (host, clock, folder, storage);
        Http = new() { BaseAddress = host.BaseAddress };
    }

    public FakeTimeProvider Clock { get; }

    public string Folder { get; }

    public HttpClient Http { get; private set; }

    public static async Task<string> NewStorageAsync()
    {
        var nth = (Interlocked.Increment(ref _accounts) - 1) / AccountsEach;
        return (await Emulators.GetOrAdd(nth, _ => new(StartAzuriteAsync)).Value).NewAccount();
    }

    private static Task<Azurite> StartAzuriteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("azurite-").FullName;
        return Azurite.StartAsync(new() { Folder = folder, InMemory = true, Accounts = AccountsEach + 1 }, CancellationToken.None); // the first is the well-known one
    }

    /// <summary>With <see cref="TestCatalogue"/>, on a Monday morning: 1 June 2026, in a week with a holiday.</summary>
    public static Task<Pipeline> StartWithTestCatalogueAsync() =>
        StartAsync(options => options.Settings["Catalogue__Folder"] = TestCatalogue.Folder, new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public static async Task<Pipeline> StartAsync(Action<LocalHostOptions>? configure = null, DateTimeOffset? now = null)
    {
        var (clock, folder) = (new FakeTimeProvider(now ?? DateTimeOffset.UtcNow), Directory.CreateTempSubdirectory("ozg-").FullName);
        var storage = await NewStorageAsync();
        return new(await HostAsync(clock, folder, storage, configure), clock, folder, storage);
    }

    /// <summary>Stops the app and starts it on another catalogue, with all that is stored.</summary>
    public async Task RestartOnAsync(string catalogue)
    {
        Http.Dispose();
        await _host.DisposeAsync();
        _host = await HostAsync(Clock, Folder, _storage, options => options.Settings["Catalogue__Folder"] = catalogue);
        Http = new() { BaseAddress = _host.BaseAddress };
    }

    private static Task<LocalHost> HostAsync(FakeTimeProvider clock, string folder, string storage, Action<LocalHostOptions>? configure) => LocalHost.StartAsync(options =>
    {
        OzgApp.Configure(options, AppContext.BaseDirectory);
        options.Port = 0;
        options.DataFolder = folder;
        options.StartAzurite = false;
        options.Clock = clock;
        options.Settings["AzureWebJobsStorage"] = storage;
        configure?.Invoke(options);
    });

    /// <summary>Until nothing runs any more and everything waits for somebody.</summary>
    public async Task IdleAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _host.WhenIdleAsync(patience.Token);
    }

    /// <summary>Lets time pass, and waits until nothing runs any more.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await IdleAsync();
    }

    /// <summary>A part of the app, to leave things as a process that died would have left them.</summary>
    public T Service<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task<JsonNode> GetAsync(string path, string? token = null) => await JsonOf(await SendAsync(HttpMethod.Get, path, token), HttpStatusCode.OK);

    public async Task<JsonNode> ExampleAsync(string ags, bool dangerous = false)
    {
        var leistung = await GetAsync($"/api/kommunen/{ags}/leistungen/{DogTax}");
        return leistung["examples"]!.AsArray().First(example => (bool)example!["haltung"]!["gefaehrlich"]! == dangerous)!.DeepClone();
    }

    /// <summary>Sends an application and waits until it waits for a clerk.</summary>
    public async Task<JsonNode> SubmitAsync(string ags, bool dangerous = false)
    {
        var receipt = await JsonOf(await PostApplicationAsync(ags, JsonContent.Create(await ExampleAsync(ags, dangerous))), HttpStatusCode.Accepted);
        await IdleAsync();
        return receipt;
    }

    public async Task<HttpResponseMessage> PostApplicationAsync(string ags, HttpContent body, string? key = null, string leistung = DogTax)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kommunen/{ags}/leistungen/{leistung}/applications") { Content = body };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(request);
    }

    /// <summary>Sends an application of the test catalogue and waits until nothing runs any more.</summary>
    public async Task<JsonNode> SubmitTestAsync(string leistung, int menge = 3, string ags = Darmstadt)
    {
        var application = new { name = "Erika", menge, steuernummer = "12/345" };
        var receipt = await JsonOf(await PostApplicationAsync(ags, JsonContent.Create(application), leistung: leistung), HttpStatusCode.Accepted);
        await IdleAsync();
        return receipt;
    }

    /// <summary>Does what an applicant can do with their link.</summary>
    public async Task<HttpResponseMessage> ApplyAsync(JsonNode receipt, string act, HttpContent? body = null, string? key = null)
    {
        var status = new Uri((string)receipt["statusUrl"]!);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{status.AbsolutePath}/{act}{status.Query}") { Content = body };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Http.SendAsync(request);
    }

    /// <summary>Sends a supplement that is accepted, and waits until nothing runs any more.</summary>
    public async Task SupplementAsync(JsonNode receipt, object supplement)
    {
        using var answer = await ApplyAsync(receipt, "supplements", JsonContent.Create(supplement));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await IdleAsync();
    }

    public async Task<JsonNode> FileAsync(JsonNode receipt, string token, string ags = Darmstadt) => await GetAsync($"/api/kommunen/{ags}/applications/{receipt["id"]}", token);

    /// <summary>The text of a document on the status page.</summary>
    public async Task<string> DocumentAsync(JsonNode receipt, string name)
    {
        var document = (await StatusAsync(receipt))["documents"]!.AsArray().Single(one => (string)one!["name"]! == name)!;
        return await Http.GetStringAsync((string)document["url"]!);
    }

    /// <summary>A token of somebody who organises the work.</summary>
    public async Task<string> LeadAsync(string ags, string name) =>
        (string)(await JsonOf(await Http.PostAsJsonAsync("/local/tokens", new { kommune = ags, name, roles = new[] { "lead" } }), HttpStatusCode.OK))["token"]!;

    public async Task<string> TokenAsync(string ags, string name, params string[] groups)
    {
        var wanted = groups.Length == 0 ? (object)new { kommune = ags, name } : new { kommune = ags, name, groups };
        var answer = await Http.PostAsJsonAsync("/local/tokens", wanted);
        return (string)(await JsonOf(answer, HttpStatusCode.OK))["token"]!;
    }

    public async Task<IReadOnlyList<JsonNode>> TasksAsync(string ags, string token, JsonNode receipt) =>
        [.. (await GetAsync($"/api/kommunen/{ags}/tasks?application={receipt["id"]}", token))["items"]!.AsArray().Select(task => task!)];

    public async Task<HttpResponseMessage> ActAsync(string ags, string token, JsonNode task, string act, object? body = null) =>
        await SendAsync(HttpMethod.Post, $"/api/kommunen/{ags}/tasks/{task["taskId"]}/{act}", token, body is null ? null : JsonContent.Create(body));

    /// <summary>Decides the application's one open task and waits until nothing runs any more.</summary>
    public async Task DecideAsync(string ags, string token, JsonNode receipt, string outcome = "approve", string? reason = null)
    {
        var task = Assert.Single(await TasksAsync(ags, token, receipt));
        using var answer = await ActAsync(ags, token, task, "decision", new { outcome, reason });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await IdleAsync();
    }

    public async Task<JsonNode> StatusAsync(JsonNode receipt) => await GetAsync(new Uri((string)receipt["statusUrl"]!).PathAndQuery);

    public async Task<JsonArray> DeliveriesAsync(JsonNode receipt) =>
        (await GetAsync($"/local/backoffice/deliveries?application={receipt["id"]}"))["items"]!.AsArray();

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? token = null, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Http.SendAsync(request);
    }

    public static async Task<JsonNode> JsonOf(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == expected, $"Expected {expected}, got {answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
