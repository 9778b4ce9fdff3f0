using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Functions.Desk;

internal static partial class DeskLog
{
    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Task {TaskId} of Kommune {Ags} decided after {WaitingHours} h")]
    public static partial void TaskDecided(this ILogger logger, TaskId taskId, Ags ags, double waitingHours);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Information, Message = "Task {TaskId} of Kommune {Ags} stays open: {Outcome}")]
    public static partial void TaskKeptOpen(this ILogger logger, TaskId taskId, Ags ags, string outcome);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Information, Message = "Review {TaskId} of Kommune {Ags} opened")]
    public static partial void ReviewOpened(this ILogger logger, TaskId taskId, Ags ags);
}
