using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ozg.Browser.Tests.LocalPages;

[Collection(Browser.Tests)]
public sealed class QueuePagesTests(Browser browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_dead_letter_is_opened_and_replayed(int width)
    {
        await using var host = await ShopHost.StartAsync();
        host.Shop.IsOpen = false;
        await host.SendAsync("""{"customer":"Anna <b>"}""");
        await using var tab = await browser.OpenAsync(host.Address, width);

        await tab.GoAsync("/local");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Queues" }).ClickAsync();
        var deadLetters = tab.Page.GetByRole(AriaRole.Link, new() { Name = "1 dead letters in orders" });
        await Expect(deadLetters).ToBeVisibleAsync();
        await tab.AssertSoundAsync();
        await deadLetters.ClickAsync();
        await Expect(tab.Page.Locator("tbody tr")).ToContainTextAsync("MaxDeliveryCountExceeded");
        await tab.AssertSoundAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Message 1" }).ClickAsync();
        await Expect(tab.Page.Locator("#overview")).ToContainTextAsync("Message could not be consumed after 2 delivery attempts.");
        await Expect(tab.Page.Locator("#body")).ToContainTextAsync("\"customer\": \"Anna <b>\"");
        await tab.AssertSoundAsync();

        host.Shop.IsOpen = true;
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Replay" }).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Replayed: it is message 2 of orders now.");
        await host.IdleAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Queues" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Row, new() { Name = "orders" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        await tab.AssertSoundAsync();
    }

    [Fact]
    public async Task A_dead_letter_that_is_gone_is_a_sentence()
    {
        await using var host = await ShopHost.StartAsync();
        host.Shop.IsOpen = false;
        await host.SendAsync("plain text");
        await using var tab = await browser.OpenAsync(host.Address);
        await using var other = await browser.OpenAsync(host.Address);
        foreach (var one in (Tab[])[tab, other])
            await one.GoAsync("/local/message?sequence=1");

        host.Shop.IsOpen = true;
        await Replay(other).ClickAsync();
        await Expect(other.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Replayed");
        await Replay(tab).ClickAsync();

        await Expect(tab.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("There is no message 1.");

        static ILocator Replay(Tab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = "Replay" });
    }
}
