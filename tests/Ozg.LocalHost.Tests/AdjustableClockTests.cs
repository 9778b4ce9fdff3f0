using Microsoft.Extensions.Time.Testing;
using Ozg.Hosting.Time;

namespace Ozg.Hosting.Tests;

public sealed class AdjustableClockTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _real = new(Arrange.Noon);
    private int _rung;

    [Fact]
    public void It_runs_as_fast_as_the_real_one_from_where_it_starts()
    {
        var clock = new AdjustableClock(_real, TimeSpan.FromDays(7));
        var start = clock.GetTimestamp();

        _real.Advance(Minute);

        Assert.Equal(Arrange.Noon.AddDays(7) + Minute, clock.GetUtcNow());
        Assert.Equal(Minute, clock.GetElapsedTime(start));
    }

    [Fact]
    public void It_moves_ahead_and_never_back()
    {
        var clock = new AdjustableClock(_real, TimeSpan.FromHours(-1));
        var start = clock.GetTimestamp();

        clock.MoveTo(TimeSpan.FromDays(14));
        clock.MoveTo(TimeSpan.FromDays(7));

        Assert.Equal(Arrange.Noon.AddDays(14), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromDays(14) + TimeSpan.FromHours(1), clock.GetElapsedTime(start));
    }

    [Fact]
    public void A_timer_rings_when_real_time_has_passed()
    {
        using var timer = Timer(new(_real, TimeSpan.Zero), Minute);

        _real.Advance(Minute - TimeSpan.FromTicks(1));
        Assert.Equal(0, _rung);
        _real.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(1, _rung);
    }

    [Fact]
    public void A_move_past_a_timer_rings_it_once()
    {
        var clock = new AdjustableClock(_real, TimeSpan.Zero);
        using var timer = Timer(clock, Minute);

        clock.MoveTo(TimeSpan.FromDays(14));
        _real.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, _rung);
    }

    [Fact]
    public void A_move_that_does_not_reach_a_timer_brings_it_nearer()
    {
        var clock = new AdjustableClock(_real, TimeSpan.Zero);
        using var timer = Timer(clock, 10 * Minute);

        clock.MoveTo(4 * Minute);
        _real.Advance(5 * Minute);
        Assert.Equal(0, _rung);
        clock.MoveTo(4.5 * Minute);
        _real.Advance(Minute / 2);

        Assert.Equal(1, _rung);
    }

    [Fact]
    public void A_timer_set_again_after_a_move_counts_from_then()
    {
        var clock = new AdjustableClock(_real, TimeSpan.Zero);
        using var timer = Timer(clock, Minute);

        clock.MoveTo(TimeSpan.FromDays(1));
        timer.Change(Minute, Timeout.InfiniteTimeSpan);
        Assert.Equal(1, _rung);
        _real.Advance(Minute);

        Assert.Equal(2, _rung);
    }

    [Fact]
    public void A_periodic_timer_that_a_move_passes_many_times_rings_once_and_goes_on()
    {
        var clock = new AdjustableClock(_real, TimeSpan.Zero);
        using var timer = clock.CreateTimer(_ => _rung++, null, Minute, Minute);

        clock.MoveTo(TimeSpan.FromHours(1));
        Assert.Equal(1, _rung);
        _real.Advance(Minute);
        _real.Advance(Minute);

        Assert.Equal(3, _rung);
    }

    [Fact]
    public void A_timer_that_was_stopped_or_disposed_does_not_ring()
    {
        var clock = new AdjustableClock(_real, TimeSpan.Zero);
        using var stopped = Timer(clock, Minute);
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Timer(clock, Minute).Dispose();

        clock.MoveTo(TimeSpan.FromDays(1));
        _real.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, _rung);
    }

    [Fact]
    public async Task What_dotnet_builds_on_a_clock_follows_it()
    {
        var clock = new AdjustableClock(TimeProvider.System, TimeSpan.Zero);
        var delay = Task.Delay(TimeSpan.FromDays(14), clock);
        using var patience = new CancellationTokenSource(TimeSpan.FromDays(14), clock);
        Assert.False(delay.IsCompleted);

        clock.MoveTo(TimeSpan.FromDays(14));

        await delay.WaitAsync(Arrange.Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, patience.Token).WaitAsync(Arrange.Patience));
        Assert.True(patience.IsCancellationRequested);
    }

    private ITimer Timer(AdjustableClock clock, TimeSpan due) => clock.CreateTimer(_ => _rung++, null, due, Timeout.InfiniteTimeSpan);
}
