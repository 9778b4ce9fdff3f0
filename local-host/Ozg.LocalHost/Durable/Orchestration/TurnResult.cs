namespace Ozg.Hosting.Durable;

/// <summary>What a turn of an orchestration came to; all of it is committed together.</summary>
/// <param name="Events">Appended to the history.</param>
/// <param name="Consumed">Removed from the inbox.</param>
internal sealed record TurnResult(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<long> Consumed)
{
    public IReadOnlyList<Step> Steps { get; init; } = [];

    public IReadOnlyList<int> CancelledTimers { get; init; } = [];

    public string? CustomStatus { get; init; }

    public bool Suspended { get; init; }

    /// <summary>Whether the code sees anything of it.</summary>
    public bool RunsCode => Events.Any(one => one is TurnStarted);

    /// <summary>Null: the orchestration goes on.</summary>
    public TurnEnd? End { get; init; }
}

/// <summary>How an execution ended.</summary>
internal abstract record TurnEnd
{
    private TurnEnd()
    {
    }

    public sealed record Completed(string? Output) : TurnEnd;

    public sealed record Failed(Failure Failure) : TurnEnd;

    public sealed record Terminated(string? Output, bool Recursive) : TurnEnd;

    /// <summary>It begins again, with the events that it had not asked for yet.</summary>
    public sealed record Continued(string? Input, string? Version, IReadOnlyList<EventRaised> Events) : TurnEnd;
}
