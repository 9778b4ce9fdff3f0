using Ozg.Core;

namespace Ozg.Functions.Intake;

/// <summary>No application under this id.</summary>
internal sealed record UnknownApplication() : Error.NotFound("unknown-application");

/// <summary>The link lacks its token.</summary>
internal sealed record LinkTokenMissing() : Error.Unauthenticated("link-token-missing");

/// <summary>The link's token is not this application's.</summary>
internal sealed record LinkTokenWrong() : Error.Forbidden("link-token-wrong");

/// <summary>The application has no such document.</summary>
internal sealed record UnknownDocument() : Error.NotFound("unknown-document");

/// <summary>The case is decided, or has ended.</summary>
internal sealed record WithdrawalTooLate() : Error.Conflict("withdrawal-too-late");

/// <summary>The applicant changes or withdraws where the application is no more; their status page leads to who has it.</summary>
internal sealed record HandedOn() : Error.Conflict("handed-on");

/// <summary>The application is on its way to another Kommune: it can be changed or withdrawn there, as soon as it has arrived.</summary>
internal sealed record BeingHandedOn() : Error.Conflict("being-handed-on");
