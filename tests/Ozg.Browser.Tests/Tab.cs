using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Ozg.Browser.Tests;

/// <summary>A tab in a context of its own, which takes down what a user would not notice: errors, and what a policy refused.</summary>
internal sealed class Tab : IAsyncDisposable
{
    // Set to a folder, it gets a picture of the page at the end of each test.
    private const string Pictures = "OZG_SCREENSHOTS";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = new();

    private Tab(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.PageError += (_, error) => _troubles.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") // a violation of the content security policy is one
                _troubles.Enqueue($"{message.Text} ({message.Location})");
        };
        page.Dialog += async (_, dialog) =>
        {
            _troubles.Enqueue($"A dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IPage Page { get; }

    public static async Task<Tab> OpenAsync(IBrowserContext context)
    {
        var tab = new Tab(context, await context.NewPageAsync());
        context.SetDefaultTimeout(15_000);
        return tab;
    }

    public Task GoAsync(string address) => Page.GotoAsync(address);

    /// <summary>The page has raised no error, keeps to the accessibility rules, and fits into the window.</summary>
    public async Task AssertSoundAsync([CallerMemberName] string test = "")
    {
        if (Environment.GetEnvironmentVariable(Pictures) is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{test}-{Page.ViewportSize!.Width}-{Guid.NewGuid():N}.png"), FullPage = true });

        var found = await Page.RunAxe();
        Assert.Empty(found.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}")));
        Assert.True(
            await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page is wider than the window.");
        Assert.Empty(_troubles);
    }

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
