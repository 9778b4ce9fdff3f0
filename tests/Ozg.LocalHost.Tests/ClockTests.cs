using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Ozg.Hosting.Tests.Bus;
using Ozg.Hosting.Tests.Functions;
using Ozg.Hosting.Tests.Pages;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Tests;

/// <summary><c>--clock</c> and <c>/local/clock</c>, on top of the machine's own clock.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Start = new(2100, 12, 18, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_clock_starts_where_it_is_told_and_is_advanced_by_a_time_or_to_a_moment()
    {
        await using var arrange = await HostAsync(options => options.ClockStart = Start);
        Near(Start, await NowAsync(arrange));

        await MoveAsync(arrange, new { advance = "14.00:00:00" });
        Near(Start.AddDays(14), await NowAsync(arrange));
        await MoveAsync(arrange, new { to = "2101-01-04T08:00:00Z" });
        Near(new(2101, 1, 4, 8, 0, 0, TimeSpan.Zero), await NowAsync(arrange));
        await MoveAsync(arrange, new { to = "2101-01-05T08:00:00+01:00", advance = "01:00:00" });
        Near(new(2101, 1, 5, 8, 0, 0, TimeSpan.Zero), await NowAsync(arrange));
    }

    [Theory]
    [InlineData("""{"to":"2100-12-18T08:59:59Z"}""", HttpStatusCode.Conflict, "cannot go back")]
    [InlineData("""{"advance":"-00:00:01"}""", HttpStatusCode.BadRequest, "0 to 36525 days")]
    [InlineData("""{"advance":"40000.00:00:00"}""", HttpStatusCode.BadRequest, "0 to 36525 days")]
    [InlineData("""{"to":"9999-12-31T23:59:59Z"}""", HttpStatusCode.BadRequest, "at most 36525 days ahead")]
    [InlineData("""{"to":"tomorrow"}""", HttpStatusCode.BadRequest, "Expected JSON")]
    [InlineData("""{}""", HttpStatusCode.BadRequest, "Expected JSON")]
    [InlineData("""two weeks""", HttpStatusCode.BadRequest, "Expected JSON")]
    public async Task What_cannot_be_is_refused_and_the_clock_goes_on(string body, HttpStatusCode status, string why)
    {
        await using var arrange = await HostAsync(options => options.ClockStart = Start);

        await arrange.PostAsync("/local/clock", body).AssertRefusedAsync(status, why);

        Near(Start, await NowAsync(arrange));
    }

    [Theory]
    [InlineData("application/json", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("text/plain", null, HttpStatusCode.UnsupportedMediaType)] // what a page may send to any site without asking
    public async Task Another_site_does_not_advance_the_clock(string type, string? origin, HttpStatusCode status)
    {
        await using var arrange = await HostAsync(options => options.ClockStart = Start);
        (string, string)[] headers = origin is null ? [] : [("Origin", origin)];

        using var answer = await arrange.PostAsync("/local/clock", """{"advance":"01:00:00"}""", type, headers);

        Assert.Equal(status, answer.StatusCode);
        Near(Start, await NowAsync(arrange));
    }

    [Fact]
    public async Task A_start_too_far_away_is_refused()
    {
        var refused = await Assert.ThrowsAsync<LocalHostException>(() => HostAsync(options => options.ClockStart = DateTimeOffset.MaxValue));

        Assert.Equal("The clock cannot start more than 36525 days from now.", refused.Message);
    }

    [Fact]
    public async Task Without_the_option_nobody_advances_the_clock()
    {
        await using var arrange = await Arrange.HostAsync();
        var before = await arrange.Http.GetFromJsonAsync<JsonObject>("/local/clock", Arrange.Patience);

        using var answer = await arrange.Http.PostAsJsonAsync("/local/clock", new { advance = "01:00:00" }, Arrange.Patience);

        Assert.False((bool)before!["canAdvance"]!);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("--clock", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Arrange.Noon, arrange.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_next_host_goes_on_from_where_the_state_has_come()
    {
        await using var arrange = await HostAsync();
        var id = await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.IdleAsync();
        await MoveAsync(arrange, new { advance = "400.00:00:00" });
        var reached = await NowAsync(arrange);
        await arrange.Host.DisposeAsync();

        await using (var next = await arrange.NextHostAsync(Adjustable))
        {
            Assert.True(await NowAsync(next) >= reached);
            await next.EndAsync(id);
        }

        await using (var earlier = await arrange.NextHostAsync(options =>
        {
            Adjustable(options);
            options.ClockStart = reached.AddDays(-30);
        }))
        {
            Assert.True(await NowAsync(earlier) >= reached);
        }

        var refused = await Assert.ThrowsAsync<LocalHostException>(() => arrange.NextHostAsync(options => options.Clock = TimeProvider.System));
        Assert.Contains("Start with --clock", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_of_the_present_is_not_taken_to_the_past()
    {
        await using var arrange = await Arrange.HostAsync(options => options.Clock = TimeProvider.System);
        var present = await NowAsync(arrange);
        await arrange.Host.DisposeAsync();

        await using var next = await arrange.NextHostAsync(options =>
        {
            Adjustable(options);
            options.ClockStart = present.AddYears(-1);
        });

        Assert.True(await NowAsync(next) >= present);
    }

    [Fact]
    public async Task Locks_expiry_and_scheduled_messages_follow()
    {
        await using var arrange = await TestBus.HostAsync(Adjustable, new QueueSettings { Name = TestBus.Plain, DeadLettersExpired = true });
        var receiver = arrange.Receiver(TestBus.Plain);
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("locked"));
        Assert.Equal(1, (await receiver.NextAsync()).DeliveryCount);
        await arrange.SendAsync(TestBus.Plain, new ServiceBusMessage("expires") { TimeToLive = TimeSpan.FromDays(1) });
        await arrange.Sender(TestBus.Plain).ScheduleMessageAsync(new ServiceBusMessage("scheduled"), (await NowAsync(arrange)).AddDays(2));

        await MoveAsync(arrange, new { advance = "3.00:00:00" });
        await arrange.IdleAsync();

        var messages = await receiver.AllAsync();
        Assert.Equal(["locked 2", "scheduled 1"], messages.Select(message => $"{message.Body} {message.DeliveryCount}"));
        var dead = await arrange.Receiver(TestBus.Plain, SubQueue.DeadLetter).AllAsync();
        Assert.Equal(["expires TTLExpiredException"], dead.Select(message => $"{message.Body} {message.DeadLetterReason}"));
    }

    [Fact]
    public async Task A_session_that_waits_for_its_next_message_is_given_up_when_its_time_has_passed()
    {
        await using var arrange = await TestBus.HostAsync(options =>
        {
            Adjustable(options);
            options.Settings["AzureFunctionsJobHost__extensions__serviceBus__maxConcurrentSessions"] = "1";
        });
        await arrange.SendAsync(SessionFunctions.Steps, new ServiceBusMessage("one") { SessionId = "a" }, new ServiceBusMessage("two") { SessionId = "b" });
        await arrange.IdleAsync();
        Assert.Equal(["a:one 1"], arrange.Probe.Seen);

        await MoveAsync(arrange, new { advance = "01:00:00" });
        await arrange.IdleAsync();

        Assert.Equal(["a:one 1", "b:two 1"], arrange.Probe.Seen);
    }

    [Fact]
    public async Task Deadlines_and_schedules_follow_and_a_schedule_passed_many_times_runs_once()
    {
        await using var arrange = await HostAsync(options => (options.ClockStart, options.Settings["EverySoOften"]) = (Start, "0 0 * * * *"));
        var id = await arrange.StartAsync(nameof(Orchestrators.EventOrDeadline));
        await arrange.IdleAsync();

        await MoveAsync(arrange, new { advance = "28.00:00:00" });
        await arrange.EndAsync(id);
        await arrange.IdleAsync();

        // As a timer of a machine that slept; "past due" is what was missed while no host ran: Azure/azure-webjobs-sdk-extensions,
        // src/WebJobs.Extensions/Extensions/Timers/Listener/TimerListener.cs, StartAsync, HandleTimerEvent and InvokeJobFunction.
        Assert.Equal("tick False", Assert.Single(arrange.Probe.Seen, one => one.StartsWith("tick", StringComparison.Ordinal)));
    }

    private static Task<Arrange> HostAsync(Action<LocalHostOptions>? configure = null) => Arrange.HostAsync(options =>
    {
        Adjustable(options);
        configure?.Invoke(options);
    });

    private static void Adjustable(LocalHostOptions options) => (options.Clock, options.AdjustableClock) = (TimeProvider.System, true);

    private static async Task<DateTimeOffset> NowAsync(Arrange arrange)
    {
        var clock = await arrange.Http.GetFromJsonAsync<JsonObject>("/local/clock", Arrange.Patience);
        return DateTimeOffset.Parse((string)clock!["now"]!, CultureInfo.InvariantCulture);
    }

    private static async Task MoveAsync(Arrange arrange, object move)
    {
        using var answer = await arrange.Http.PostAsJsonAsync("/local/clock", move, Arrange.Patience);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // The machine's clock goes on meanwhile.
    private static void Near(DateTimeOffset expected, DateTimeOffset actual) =>
        Assert.InRange(actual, expected, expected.AddMinutes(2));
}
