using Microsoft.Playwright;

namespace Ozg.Browser.Tests;

/// <summary>
/// One Chromium for all tests of this assembly, which share it as xUnit's collection; each test has a context of its own, as if
/// nobody had been there before.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>What a class of tests names in its <see cref="CollectionAttribute"/>.</summary>
    public const string Tests = "browser";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = await Chromium.FindAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox"], // Containers have none to give; the tests open their own pages only.
        });
    }

    /// <param name="site">What the addresses in a test are relative to.</param>
    /// <param name="width">Of the window: 1280 is a desk, 390 a telephone.</param>
    internal async Task<Tab> OpenAsync(Uri site, int width = 1280) => await Tab.OpenAsync(await _browser!.NewContextAsync(new()
    {
        BaseURL = site.ToString(),
        ViewportSize = new() { Width = width, Height = 900 },
        ReducedMotion = ReducedMotion.Reduce,
    }));

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    [CollectionDefinition(Tests)]
    public sealed class Collection : ICollectionFixture<Browser>;
}
