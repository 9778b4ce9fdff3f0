using System.Reflection;

namespace Ozg.Architecture.Tests.Layers;

public class WallClockTests
{
    // What has to go by the machine's clock, and why.
    private static readonly Dictionary<string, string> Real = new()
    {
        ["AzuriteInstall"] = "npm is another process, and its progress is shown to a person",
        ["AzuriteProcess"] = "how long another process may take to start and to end",
        ["LeftoverProcess"] = "how long another process may take to end",
        ["FileLock"] = "another process holds the file",
        ["StoreTrouble"] = "the machine's disk has to be put right",
        ["LocalHost"] = "how long a stop may take a person's patience",
        ["HostRun"] = "waits for ever, for a signal",
        ["LocalHostOptions"] = "the clock, unless another is given",
        ["PlatformModule"] = "the clock, unless another is registered",
        ["BoundedCall"] = "how long another system may take to answer",
        ["WebhookBackOffice"] = "how long another system may take to answer",
    };

    private static readonly string[] Assemblies = ["Ozg.Core", "Ozg.Platform", "Ozg.Functions", "Ozg.LocalHost"];

    [Fact]
    public void Time_comes_from_the_hosts_clock_but_for_named_reasons() => Expect.None(
        from name in Assemblies
        from use in WallClock.Uses(Assembly.Load(name).GetTypes())
        where !Real.ContainsKey(use.Type)
        select $"{name}: {use.Type} {use.Does}");

    [Fact]
    public void Every_reason_is_still_needed() =>
        Assert.Empty(Real.Keys.Except(Assemblies.SelectMany(name => WallClock.Uses(Assembly.Load(name).GetTypes())).Select(use => use.Type)));

    [Fact]
    public void Every_way_around_the_clock_is_found() => Assert.Equal(8, WallClock.Uses([typeof(GoesAround)]).Count());

    private static class GoesAround
    {
        public static DateTime Now() => DateTime.UtcNow;

        public static DateTimeOffset Offset() => DateTimeOffset.Now;

        public static long Ticks() => Environment.TickCount64;

        public static TimeProvider System() => TimeProvider.System;

        public static Task Sleep() => Task.Delay(1);

        public static CancellationTokenSource Patience() => new(1);

        public static PeriodicTimer Again() => new(TimeSpan.FromSeconds(1));

        public static string Sql() => "SELECT datetime('now')";

        public static Task Fine(TimeProvider clock) => Task.Delay(TimeSpan.FromSeconds(1), clock);
    }
}
