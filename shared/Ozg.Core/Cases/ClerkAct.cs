using System.Text.Json.Serialization;
using Ozg.Core.Kommunen;

namespace Ozg.Core.Cases;

/// <summary>What somebody did to a task.</summary>
/// <param name="Kind">The event's kind, as journals spell it.</param>
/// <param name="Task">The task.</param>
/// <param name="By">Who.</param>
/// <param name="At">UTC.</param>
public sealed record ClerkAct(string Kind, TaskId Task, Actor By, DateTimeOffset At)
{
    /// <summary>To whom the task was given; null where it was not.</summary>
    public ClerkId? To { get; init; }

    /// <summary>The own Kommune of whom it was given to, when they help out; null otherwise.</summary>
    public Ags? ToPartner { get; init; }

    /// <summary>The partner Kommune whose clerk acted or was given the task; null: none has part in it.</summary>
    [JsonIgnore]
    public Ags? Partner => By.Partner ?? ToPartner;

    /// <summary>The act in an event; null for what no clerk did.</summary>
    public static ClerkAct? Of(CaseEvent happened) => happened switch
    {
        CaseEvent.Claimed act => new("claimed", act.Task, act.By, act.At),
        CaseEvent.Released act => new("released", act.Task, act.By, act.At),
        CaseEvent.Delegated act => new("delegated", act.Task, act.By, act.At) { To = act.To, ToPartner = act.ToPartner },
        CaseEvent.Approved act => new("approved", act.Task, act.By, act.At),
        CaseEvent.Rejected act => new("rejected", act.Task, act.By, act.At),
        CaseEvent.Forwarded act => new("forwarded", act.Task, act.By, act.At),
        CaseEvent.ReviewOpened act => new("reviewOpened", act.Task, act.By, act.At),
        CaseEvent.Answered act => new("answered", act.Task, act.By, act.At),
        CaseEvent.InformationRequested act => new("informationRequested", act.Task, act.By, act.At),
        CaseEvent.Extended act => new("extended", act.Task, act.By, act.At),
        _ => null,
    };
}
