namespace Ozg.Core;

/// <summary>When to try again.</summary>
public static class RetrySchedule
{
    /// <summary>The wait after a failed try: doubled with each, up to a limit.</summary>
    /// <param name="tries">How many have failed; 1 or more.</param>
    /// <param name="first">The wait after the first.</param>
    /// <param name="longest">No wait is longer.</param>
    public static TimeSpan WaitAfter(int tries, TimeSpan first, TimeSpan longest)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tries, 1);
        return TimeSpan.FromTicks((long)Math.Min(first.Ticks * Math.Pow(2, tries - 1), longest.Ticks));
    }
}
