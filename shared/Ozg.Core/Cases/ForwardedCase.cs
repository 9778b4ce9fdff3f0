namespace Ozg.Core.Cases;

/// <summary>
/// What an application is at the Kommune that is responsible. Kept here, since that Kommune keeps and deletes its own case as it has to.
/// </summary>
/// <param name="Id">The case there.</param>
/// <param name="KommuneName">What the Kommune is called.</param>
/// <param name="Authority">Who decides there, as it stands on a letterhead.</param>
/// <param name="Reference">What people call the case there.</param>
public sealed record ForwardedCase(CaseId Id, string KommuneName, string Authority, string Reference);
