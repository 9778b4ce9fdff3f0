using static Microsoft.Playwright.Assertions;

namespace Ozg.Browser.Tests.LocalPages;

[Collection(Browser.Tests)]
public sealed class InstancesPageTests(Browser browser)
{
    [Fact]
    public async Task The_list_is_narrowed_by_status_name_and_text()
    {
        await using var host = await ShopHost.StartAsync();
        await host.ReportAsync("report-1");
        await host.OrderAsync("order-anna");
        await host.OrderAsync("order-bo", "Bo Müller");
        await using var tab = await browser.OpenAsync(host.Address);
        var rows = tab.Page.Locator("tbody tr");

        await tab.GoAsync("/local");
        await Expect(rows).ToHaveCountAsync(3);
        await Expect(rows.First).ToContainTextAsync("order-bo");

        await tab.Page.GetByLabel("Status").SelectOptionAsync("Completed");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Filter" }).ClickAsync();
        await Expect(rows).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("report-1")]);

        await tab.Page.GetByLabel("Status").SelectOptionAsync("");
        await tab.Page.GetByLabel("Text in id").FillAsync("müller");
        await tab.Page.GetByLabel("Text in id").PressAsync("Enter");
        await Expect(rows).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("order-bo")]);

        await tab.Page.GetByLabel("Orchestrator").FillAsync("Report");
        await tab.Page.GetByLabel("Orchestrator").PressAsync("Enter");
        await Expect(tab.Page.GetByText("There is no such instance.")).ToBeVisibleAsync();
        await tab.Page.GoBackAsync();
        await Expect(tab.Page.GetByLabel("Text in id")).ToHaveValueAsync("müller");
        await tab.AssertSoundAsync();
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_long_list_is_leafed_through(int width)
    {
        await using var host = await ShopHost.StartAsync();
        for (var i = 1; i <= 51; i++)
            await host.ReportAsync($"report-{i:00}");
        await using var tab = await browser.OpenAsync(host.Address, width);

        await tab.GoAsync("/local");
        await Expect(tab.Page.Locator("tbody tr")).ToHaveCountAsync(50);
        await tab.AssertSoundAsync();
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Older" }).ClickAsync();

        await Expect(tab.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "report-01" })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("Page 2")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task New_instances_appear_by_themselves_and_leave_the_focus_where_it_is()
    {
        await using var host = await ShopHost.StartAsync();
        await host.ReportAsync("report-1");
        await using var tab = await browser.OpenAsync(host.Address);
        await tab.GoAsync("/local");
        var first = tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "report-1" });
        await first.FocusAsync();

        await host.ReportAsync("report-2");

        await Expect(tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "report-2" })).ToBeVisibleAsync();
        await Expect(first).ToBeFocusedAsync();
    }
}
