namespace Ozg.Hosting.Tests;

/// <summary>Rules that hold whether orchestrations stay in memory between turns, or are replayed in full at every turn.</summary>
public abstract class BothReplayModes(bool replayInFull)
{
    private protected Task<Arrange> HostAsync(Action<LocalHostOptions>? configure = null) => Arrange.HostAsync(options =>
    {
        options.ReplayInFull = replayInFull;
        configure?.Invoke(options);
    });
}
