namespace Ozg.Tool.Drawing;

/// <summary>How big things are, in pixels.</summary>
internal static class Sizes
{
    public const int Task = 176;
    public const int TaskLeast = 62;
    public const int Gateway = 44;
    public const int Event = 36;
    public const int Alarm = 26;

    /// <summary>From a gateway's middle to the right end of its label.</summary>
    public const int GatewayLabel = 15;
    public const int AlarmEnd = 22;
    public const int AlarmSlot = 124;
    public const int AlarmRoom = 62;
    public const int Icon = 26;
    public const int TextSize = 14;
    public const int NoteSize = 12;
    public const int Small = 11;

    /// <summary>Between columns; lines run every <see cref="Line"/> pixels in it.</summary>
    public const int Channel = 44;

    /// <summary>Between rows.</summary>
    public const int Corridor = 48;
    public const int Line = 10;
    public const int Title = 56;
    public const int Margin = 16;
    public const int PoolHead = 30;
    public const int LaneHead = 150;

    public static TextBlock LabelOf(Node node) =>
        node.IsGateway ? TextBlock.Wrap(node.Label, 96, Small) :
        node.IsEvent ? TextBlock.Wrap(node.Label, 104, NoteSize) :
        TextBlock.Wrap(node.Label, TaskWidth(node) - Icon - 12, TextSize);

    public static TextBlock NoteOf(Node node) => TextBlock.Wrap(node.Note ?? "", TaskWidth(node) - Icon - 12, NoteSize);

    public static int TaskWidth(Node node) => Math.Max(Task, node.Alarms.Count * AlarmSlot);

    /// <summary>The symbol's width and height.</summary>
    public static (int Width, int Height) ShapeOf(Node node) =>
        node.IsGateway ? (Gateway, Gateway) :
        node.IsEvent ? (Event, Event) :
        (TaskWidth(node), Math.Max(TaskLeast, LabelOf(node).Height + NoteOf(node).Height + 18));

    /// <summary>The width of its column: a gateway's label stands left of it, an event's below.</summary>
    public static int ColumnOf(Node node) =>
        node.IsGateway ? Gateway + (LabelOf(node).Width is > 0 and var width ? Math.Max(0, width + GatewayLabel - (Gateway / 2)) : 0) :
        node.IsEvent ? Math.Max(Event, LabelOf(node).Width) :
        TaskWidth(node);

    /// <summary>How far it reaches above the row's centre, with its label.</summary>
    public static int Above(Node node) =>
        node.IsGateway ? Math.Max(Gateway / 2, LabelOf(node).Height + 8) : ShapeOf(node).Height / 2;

    /// <summary>How far it reaches below the row's centre, with labels and alarms.</summary>
    public static int Below(Node node) =>
        node.IsEvent ? (Event / 2) + 4 + LabelOf(node).Height :
        (ShapeOf(node).Height / 2) + (node.Alarms.Count > 0 ? Math.Max(AlarmRoom, node.Alarms.Max(alarm => AlarmLabel(alarm).Height) + 16) : 0);

    public static TextBlock AlarmLabel(Alarm alarm) => TextBlock.Wrap(alarm.Label, AlarmSlot - Alarm - 12, Small);

    /// <summary>What an answer is written in, above its line.</summary>
    public static TextBlock AnswerOf(Edge edge) => TextBlock.Wrap(edge.Label ?? "", 112, NoteSize);
}
