using Microsoft.DurableTask.Client;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ozg.Browser.Tests.LocalPages;

[Collection(Browser.Tests)]
public sealed class InstancePageTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_instance_shows_its_timeline_and_goes_on_with_the_event_that_it_waits_for(int width)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("order-1");
        await using var tab = await browser.OpenAsync(host.Address, width);

        await tab.GoAsync("/local");
        await Button(tab, AriaRole.Link, "order-1").ClickAsync();
        var timeline = tab.Page.Locator("svg.timeline");
        await Expect(timeline.Locator("g.activity.failed")).ToContainTextAsync("Reserve");
        await Expect(timeline.Locator("g.activity.completed")).ToContainTextAsync("attempt 2");
        await Expect(timeline.Locator("g.event.open")).ToContainTextAsync("Decision");
        await Expect(tab.Page.Locator("#waits")).ToContainTextAsync("the event Decision");
        await Expect(tab.Page.Locator("#waits")).ToContainTextAsync("a timer, due ");
        await tab.Page.Locator("svg.timeline a").First.ClickAsync();
        await Expect(tab.Page.GetByText("The shelf is locked.")).ToBeVisibleAsync();
        await tab.AssertSoundAsync();

        await tab.Page.GetByLabel("Payload").FillAsync("\"approved\"");
        await Button(tab, AriaRole.Button, "Raise event").ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Event 'Decision' is raised.");
        await Expect(tab.Page.Locator("#overview .state")).ToHaveTextAsync("Completed");
        await Expect(tab.Page.GetByText("Nothing: it has ended.")).ToBeVisibleAsync();
        await Expect(Button(tab, AriaRole.Button, "Raise event")).ToBeHiddenAsync();
        Assert.Equal("approved", (await host.EndAsync("order-1")).ReadOutputAs<string>());
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task A_payload_that_is_no_json_is_refused_and_kept()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("order-1");
        await using var tab = await browser.OpenAsync(host.Address);
        await tab.GoAsync("/local/instance?id=order-1");

        await tab.Page.GetByLabel("Payload").FillAsync("approved");
        await Button(tab, AriaRole.Button, "Raise event").ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("The payload is no JSON");
        await Expect(tab.Page.GetByLabel("Payload")).ToHaveValueAsync("approved");
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task An_instance_is_suspended_resumed_and_terminated()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("order-1");
        await using var tab = await browser.OpenAsync(host.Address);
        var state = tab.Page.Locator("#overview .state");
        await tab.GoAsync("/local/instance?id=order-1");

        await Button(tab, AriaRole.Button, "Suspend").ClickAsync();
        await Expect(state).ToHaveTextAsync("Suspended");
        await Expect(tab.Page.Locator("#waits")).ToContainTextAsync("to be resumed");
        await Button(tab, AriaRole.Button, "Resume").ClickAsync();
        await Expect(state).ToHaveTextAsync("Running");

        await tab.Page.GetByText("Terminate …").ClickAsync();
        await tab.Page.GetByLabel("Output, as text").FillAsync("enough");
        await Button(tab, AriaRole.Button, "Terminate now").ClickAsync();
        await Expect(state).ToHaveTextAsync("Terminated");

        var ended = await host.EndAsync("order-1");
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (ended.RuntimeStatus, ended.ReadOutputAs<string>()));
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task A_button_can_be_pressed_again_when_it_is_answered()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("order-1");
        await using var tab = await browser.OpenAsync(host.Address);
        await tab.GoAsync("/local/instance?id=order-1");
        var answer = new TaskCompletionSource();
        await tab.Page.RouteAsync("**/suspend", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });
        var button = tab.Page.Locator("#hold-button");

        await button.ClickAsync();
        await Expect(button).ToBeDisabledAsync();
        answer.SetResult();

        await Expect(button).ToHaveTextAsync("Resume");
        await Expect(button).ToBeEnabledAsync();
        await Expect(button).ToBeFocusedAsync();
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task A_refresh_waits_for_the_one_before()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("order-1");
        await using var tab = await browser.OpenAsync(host.Address);
        await tab.Page.Clock.InstallAsync();
        await tab.GoAsync("/local/instance?id=order-1");
        await Expect(tab.Page.Locator("#overview .state")).ToHaveTextAsync("Running");
        var (answer, asked) = (new TaskCompletionSource(), 0);
        await tab.Page.RouteAsync("**/local/instances/order-1", async route =>
        {
            asked++;
            await answer.Task;
            await route.ContinueAsync();
        });

        await tab.Page.Clock.RunForAsync(10_000);
        await tab.Page.EvaluateAsync("1"); // after whatever the page has asked
        Assert.Equal(1, asked);
        await host.RaiseAsync("order-1", "Remark", "early");
        answer.SetResult();

        await Expect(tab.Page.GetByText("Has come, but is not asked for yet: Remark")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_opened_focused_or_written_stays_when_the_page_refreshes()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("order-1");
        await using var tab = await browser.OpenAsync(host.Address);
        await tab.GoAsync("/local/instance?id=order-1");
        await tab.Page.GetByLabel("Payload").FillAsync("\"half a");
        var first = tab.Page.Locator("#steps summary").First;
        await first.ClickAsync();

        await host.RaiseAsync("order-1", "Remark", "early");

        await Expect(tab.Page.GetByText("Has come, but is not asked for yet: Remark")).ToBeVisibleAsync();
        await Expect(first).ToBeFocusedAsync();
        await Expect(tab.Page.GetByText("The shelf is locked.")).ToBeVisibleAsync();
        await Expect(tab.Page.GetByLabel("Payload")).ToHaveValueAsync("\"half a");
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task What_looks_like_markup_is_text()
    {
        const string Id = "<img src=x onerror=alert(1)>";
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Id, "<script>alert(2)</script>");
        await using var tab = await browser.OpenAsync(host.Address);

        await tab.GoAsync("/local");
        await Button(tab, AriaRole.Link, Id).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Id);
        await tab.Page.Locator("#overview summary").First.ClickAsync();
        await Expect(tab.Page.Locator("#overview pre")).ToHaveTextAsync("\"<script>alert(2)</script>\"");
        Assert.Equal(0, await tab.Page.Locator("img").CountAsync());
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task An_instance_that_is_not_there_is_a_sentence()
    {
        await using var host = await ShopHost.StartAsync();
        await using var tab = await browser.OpenAsync(host.Address);

        await tab.GoAsync("/local/instance?id=nobody");

        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("There is no instance nobody.");
    }

    private static ILocator Button(Tab tab, AriaRole role, string name) => tab.Page.GetByRole(role, new() { Name = name, Exact = true });
}
