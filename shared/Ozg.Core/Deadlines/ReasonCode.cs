using System.Text.Json.Serialization;

namespace Ozg.Core.Deadlines;

/// <summary>Why a day follows from another. Each code is a sentence in the resource files.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReasonCode>))]
public enum ReasonCode
{
    /// <summary>The day of the event is not counted.</summary>
    EventDayNotCounted,

    /// <summary>The period begins with a day, which is counted.</summary>
    BeginsWithDay,

    /// <summary>The authority set the period; it runs from the day after it was made known.</summary>
    SetByAuthority,

    /// <summary>The period is for a day that somebody named.</summary>
    NamedDay,

    /// <summary>The period is longer than before, counted from its old end.</summary>
    Extended,

    /// <summary>The period in calendar days is over.</summary>
    DaysEnd,

    /// <summary>The period in weeks is over.</summary>
    WeeksEnd,

    /// <summary>The period in months or years is over.</summary>
    MonthsEnd,

    /// <summary>The last month does not have the day.</summary>
    MonthLacksDay,

    /// <summary>Working days were counted.</summary>
    WorkingDaysEnd,

    /// <summary>Days on which the offices are open were counted.</summary>
    OfficeDaysEnd,

    /// <summary>Werktage were counted.</summary>
    WerktageEnd,

    /// <summary>A holiday among the days that are counted is left out.</summary>
    HolidayNotCounted,

    /// <summary>Hours were counted.</summary>
    HoursEnd,

    /// <summary>The period stood still for a while.</summary>
    Suspended,

    /// <summary>The end falls on a Saturday or Sunday and moves.</summary>
    WeekendMoves,

    /// <summary>The end falls on a holiday and moves.</summary>
    HolidayMoves,

    /// <summary>The day to which the end moves.</summary>
    MovedTo,

    /// <summary>The end falls on a Saturday, a Sunday or a holiday and stays there.</summary>
    DoesNotMove,

    /// <summary>A posted decision counts as made known.</summary>
    PostedFiction,

    /// <summary>A decision sent electronically counts as made known.</summary>
    SentFiction,

    /// <summary>A decision in the mailbox of a user account counts as made known.</summary>
    MailboxFiction,

    /// <summary>The day of the fiction is a Saturday or Sunday and moves.</summary>
    FictionOnWeekendMoves,

    /// <summary>The day of the fiction is a holiday and moves.</summary>
    FictionOnHolidayMoves,

    /// <summary>The day to which the fiction moves.</summary>
    FictionMovedTo,

    /// <summary>It arrived earlier, which changes nothing.</summary>
    EarlierReceipt,

    /// <summary>It arrived later; that day counts.</summary>
    LaterReceipt,

    /// <summary>It did not arrive.</summary>
    NotReceived,

    /// <summary>It was fetched from the portal.</summary>
    Retrieved,

    /// <summary>It was not fetched from the portal in time.</summary>
    NotRetrieved,

    /// <summary>It can still be fetched from the portal.</summary>
    RetrievalOpen,

    /// <summary>It was fetched before it was made known again.</summary>
    FirstRetrieval,

    /// <summary>There is proof of the day.</summary>
    ProvenService,

    /// <summary>The objection has one month.</summary>
    ObjectionPeriod,

    /// <summary>The action in court has one month.</summary>
    CourtActionPeriod,

    /// <summary>The information on remedies is missing or wrong: a year instead of a month.</summary>
    NotInformed,

    /// <summary>The papers for an approval are complete.</summary>
    DocumentsComplete,

    /// <summary>The extension was made known only after the end.</summary>
    ExtensionTooLate,

    /// <summary>What has not been decided by then counts as approved.</summary>
    DeemedApproved,
}
