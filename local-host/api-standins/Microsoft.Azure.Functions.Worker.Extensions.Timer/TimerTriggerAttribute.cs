using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs by the clock.</summary>
/// <param name="schedule">Six CRON fields (seconds first), a TimeSpan, or %setting%.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    public string Schedule { get; } = schedule;

    public bool RunOnStartup { get; set; }

    /// <summary>Whether occurrences are recorded, so that a missed one is made up for; on unless set.</summary>
    public bool UseMonitor { get; set; } = true;
}

public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>The occurrence was missed, and this run makes up for it.</summary>
    public bool IsPastDue { get; set; }
}

public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
