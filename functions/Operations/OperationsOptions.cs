using System.ComponentModel.DataAnnotations;

namespace Ozg.Functions.Operations;

/// <summary>How the pipeline looks after itself.</summary>
public sealed class OperationsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Operations";

    /// <summary>How old a note has to be before the sweep acts on it: 1 second to 1 hour, 30 seconds unless set.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan SweepAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>When a note whose submission was never committed is dropped: 1 hour to 30 days, 1 day unless set.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan ForgetAfter { get; set; } = TimeSpan.FromDays(1);
}
