using Microsoft.Extensions.Logging;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;

namespace Ozg.Functions.Organisation;

internal static partial class OrganisationLog
{
    [LoggerMessage(EventId = 6001, Level = LogLevel.Information, Message = "Loan {Loan} of Kommune {Lender} to Kommune {To} begun")]
    public static partial void LoanBegun(this ILogger logger, string loan, Ags lender, Ags to);

    [LoggerMessage(EventId = 6002, Level = LogLevel.Information, Message = "Loan {Loan} of Kommune {Lender} to Kommune {To} ended")]
    public static partial void LoanEnded(this ILogger logger, string loan, Ags lender, Ags to);

    [LoggerMessage(EventId = 6003, Level = LogLevel.Information, Message = "Deputies of Kommune {Ags} replaced by {Clerk}: version {Version}, {Rules} rules")]
    public static partial void DeputiesReplaced(this ILogger logger, Ags ags, ClerkId clerk, int version, int rules);
}
