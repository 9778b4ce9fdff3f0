namespace Ozg.Tool.Drawing;

/// <summary>A process as boxes and arrows: what a picture shows of it, whatever the notation.</summary>
/// <param name="Id">The process's, usable in XML.</param>
/// <param name="Title">What stands above the picture.</param>
/// <param name="Lanes">From top to bottom.</param>
/// <param name="Nodes">Ids are unique, also among their alarms.</param>
/// <param name="Edges">From nodes or alarms to nodes; no circles.</param>
internal sealed record Flow(string Id, string Title, IReadOnlyList<Lane> Lanes, IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges);

/// <summary>Who acts.</summary>
internal sealed record Lane(string Id, string Name, LaneKind Kind);

internal enum LaneKind
{
    Citizen,
    Office,
    System,
    BackOffice,
}

internal enum NodeKind
{
    Start,
    Person,
    Automatic,
    Send,
    Receive,
    Timer,

    /// <summary>One way of several.</summary>
    Choice,

    /// <summary>One or more ways.</summary>
    Inclusive,

    /// <summary>All ways.</summary>
    Fork,
    Completed,
    Rejected,
    Forwarded,
}

internal sealed record Node(string Id, NodeKind Kind, string Lane, string Label)
{
    /// <summary>Said below the label, smaller.</summary>
    public string? Note { get; init; }

    /// <summary>Only reached once the application is rejected or handed on; drawn below the others of its lane.</summary>
    public bool IsApart { get; init; }

    /// <summary>It waits for all the ways that were opened, and is no meeting of ways that exclude each other.</summary>
    public bool IsJoin { get; init; }

    /// <summary>What the passing of time does while the node is worked on.</summary>
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    public bool IsGateway => Kind is NodeKind.Choice or NodeKind.Inclusive or NodeKind.Fork;

    public bool IsEvent => Kind is NodeKind.Start or NodeKind.Timer or NodeKind.Completed or NodeKind.Rejected or NodeKind.Forwarded;
}

/// <summary>A timer at the border of a node.</summary>
/// <param name="Id">Unique among nodes too.</param>
/// <param name="Label">What happens and when.</param>
/// <param name="Duration">ISO 8601.</param>
/// <param name="Interrupts">The work ends and an edge leads on from here; otherwise a message is sent and the work goes on.</param>
internal sealed record Alarm(string Id, string Label, string Duration, bool Interrupts);

/// <param name="From">A node, or an alarm that interrupts.</param>
/// <param name="To">A node.</param>
/// <param name="Label">The answer that leads this way; null: there is but one way.</param>
internal sealed record Edge(string From, string To, string? Label = null);
