namespace Ozg.Hosting.Tests;

public sealed class TimerTests
{
    [Theory]
    [InlineData("0 */10 * * * *")]
    [InlineData("*/10 * * * *")]
    [InlineData("00:10:00")]
    public async Task A_timer_follows_the_clock(string schedule)
    {
        await using var arrange = await HostAsync(schedule);

        await arrange.AdvanceAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(arrange.Probe.Seen);
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(1));
        await arrange.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["tick False", "tick False"], arrange.Probe.Seen);
    }

    // "Check to see if we've missed an occurrence since we last started. If we have, invoke it immediately", once, as past due:
    // Azure/azure-webjobs-sdk-extensions, src/WebJobs.Extensions/Extensions/Timers/Listener/TimerListener.cs, StartAsync.
    [Fact]
    public async Task What_was_missed_while_no_host_ran_is_made_up_for_once()
    {
        await using var arrange = await HostAsync("0 */10 * * * *");
        await arrange.IdleAsync();
        await arrange.Host.DisposeAsync();

        arrange.Clock.Advance(TimeSpan.FromHours(3));
        await using var next = await arrange.NextHostAsync(options => options.Settings["EverySoOften"] = "0 */10 * * * *");
        await next.IdleAsync();

        Assert.Equal(["tick True"], next.Probe.Seen);
    }

    // The next run is reckoned from when this one began; if that has passed, it begins at once, and is not past due: the same
    // file, HandleTimerEvent, InvokeJobFunction and GetNextTimerInterval.
    [Fact]
    public async Task A_timer_never_overlaps_itself()
    {
        await using var arrange = await HostAsync("0 */10 * * * *");
        arrange.Probe.Close("Tick");

        arrange.Clock.Advance(TimeSpan.FromMinutes(10));
        arrange.Clock.Advance(TimeSpan.FromMinutes(10));
        arrange.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(arrange.Probe.Seen.Count <= 1);
        arrange.Probe.Open("Tick");
        await arrange.IdleAsync();

        Assert.Equal(["tick False", "tick False"], arrange.Probe.Seen);
    }

    [Fact]
    public async Task A_schedule_that_is_none_is_refused_in_a_clear_sentence()
    {
        var refused = await Assert.ThrowsAsync<LocalHostException>(() => HostAsync("whenever"));

        Assert.Equal("Function Tick: 'whenever' is no schedule, neither NCRONTAB nor hh:mm:ss.", refused.Message);
    }

    private static Task<Arrange> HostAsync(string schedule) =>
        Arrange.HostAsync(options => options.Settings["EverySoOften"] = schedule);
}
