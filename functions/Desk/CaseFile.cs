using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;

namespace Ozg.Functions.Desk;

/// <summary>All that the desk shows of a case.</summary>
public sealed record CaseFile
{
    /// <summary>Its <c>ETag</c>; internal, and so no part of the body.</summary>
    internal string Tag { get; init; } = "";

    /// <summary>The application.</summary>
    public required CaseId Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    /// <summary>Whose case it is.</summary>
    public required Ags Kommune { get; init; }

    /// <summary>The Leistung's id.</summary>
    public required string Leistung { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Where it was before; null: the applicant sent it here.</summary>
    public required CaseFileForwardedFrom? ForwardedFrom { get; init; }

    /// <summary>Who has it now; null: it was not handed on, or is on its way.</summary>
    public required CaseFileForwardedTo? ForwardedTo { get; init; }

    /// <summary>To which Kommunen it could be handed on, if one is responsible: those that offer the Leistung here and have not had it; empty where no task lets the reader do so.</summary>
    public required IReadOnlyList<CaseFileKommune> CanForwardTo { get; init; }

    /// <summary>The application as it was sent.</summary>
    public required JsonElement Data { get; init; }

    /// <summary>The application as it now is: what supplements and partial grants have made of it.</summary>
    public required JsonElement Current { get; init; }

    /// <summary>What the checks found out; empty before the first.</summary>
    public required CaseFileFacts Facts { get; init; }

    /// <summary>What came with it.</summary>
    public required IReadOnlyList<CaseFileAttachment> Attachments { get; init; }

    /// <summary>What the applicant has sent since, in order.</summary>
    public required IReadOnlyList<CaseFileSupplement> Supplements { get; init; }

    /// <summary>What clerks have granted, or would grant, otherwise than it was applied for, in order; the second pair of eyes approves the last.</summary>
    public required IReadOnlyList<CaseFileChange> Changes { get; init; }

    /// <summary>Whether a review of what was granted can be opened now.</summary>
    public required bool CanBeReviewed { get; init; }

    /// <summary>What the applicant sent when nobody could look at it any more: it has changed nothing.</summary>
    public required IReadOnlyList<CaseFileSupplement> LateSupplements { get; init; }

    /// <summary>What the applicant has been asked and has not answered.</summary>
    public required IReadOnlyList<CaseFileRequest> Requests { get; init; }

    /// <summary>What the applicant has to pay or has paid; empty when nothing is to be paid, or not yet.</summary>
    public required IReadOnlyList<CaseFilePayment> Payments { get; init; }

    /// <summary>What a case that was not granted still has to give back; empty when nothing is left, or not yet.</summary>
    public required IReadOnlyList<CaseFileReturn> Returns { get; init; }

    /// <summary>What has been written to the applicant, in order.</summary>
    public required IReadOnlyList<CaseFileDocument> Documents { get; init; }

    /// <summary>What clerks have said so far, in order: the second pair of eyes reads here why the first approved.</summary>
    public required IReadOnlyList<CaseFileWords> Words { get; init; }

    /// <summary>What has happened, in order.</summary>
    public required IReadOnlyList<JournalLine> Journal { get; init; }

    /// <summary>The steps it stands at.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What the offices that were consulted have said, in order.</summary>
    public required IReadOnlyList<CaseFileOpinion> Opinions { get; init; }

    /// <summary>Its process, and how far it has come.</summary>
    public required IReadOnlyList<PicturedStep> Process { get; init; }
}

/// <summary>From where an application was handed on, and what came with it.</summary>
/// <param name="Kommune">The key of the Kommune that handed it on.</param>
/// <param name="Name">What that Kommune is called.</param>
/// <param name="Reference">What the case was called there.</param>
/// <param name="ReceivedAt">When it came to the Kommune to which the applicant had sent it, UTC.</param>
/// <param name="Reason">The words of the clerk there; null: a register named the Kommune that is responsible, or the reader is only asked for an opinion.</param>
/// <param name="Messages">What the applicant had written since, in order.</param>
public sealed record CaseFileForwardedFrom(Ags Kommune, string Name, string Reference, DateTimeOffset ReceivedAt, string? Reason, IReadOnlyList<ForwardedMessage> Messages);

/// <summary>The Kommune that is responsible, and has the application.</summary>
/// <param name="Kommune">Its key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Reference">What the case is called there.</param>
public sealed record CaseFileForwardedTo(Ags Kommune, string Name, string Reference);

/// <summary>A Kommune that a clerk can choose.</summary>
/// <param name="Ags">Its key.</param>
/// <param name="Name">What it is called.</param>
public sealed record CaseFileKommune(Ags Ags, string Name);

/// <summary>An attachment in the case file.</summary>
public sealed record CaseFileAttachment(string Name, string Kind, string MediaType, long Size, string Sha256);

/// <summary>A supplement in the case file.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ReceivedAt">UTC.</param>
/// <param name="Message">The applicant's words; null: none.</param>
/// <param name="Fields">By JSON pointer, what a field of the application became.</param>
/// <param name="Attachments">What came with it.</param>
/// <param name="Request">The only question that it answers, by its id; null: all that were open.</param>
public sealed record CaseFileSupplement(
    string Id, DateTimeOffset ReceivedAt, string? Message, IReadOnlyDictionary<string, JsonElement> Fields, IReadOnlyList<CaseFileAttachment> Attachments, string? Request);

/// <summary>What a clerk grants otherwise than it was applied for.</summary>
/// <param name="At">UTC.</param>
/// <param name="Task">The task that was approved so.</param>
/// <param name="By">Who.</param>
/// <param name="Fields">What differs from the application; empty: nothing, in place of an earlier proposal.</param>
public sealed record CaseFileChange(DateTimeOffset At, TaskId Task, Actor By, IReadOnlyList<ChangedField> Fields);

/// <summary>A field in which less was granted than was applied for.</summary>
/// <param name="Pointer">JSON pointer into the application.</param>
/// <param name="AppliedFor">Its value in the application; null: it has none.</param>
/// <param name="Granted">What it becomes; null: it is taken out.</param>
public sealed record ChangedField(string Pointer, JsonElement? AppliedFor, JsonElement Granted);

/// <summary>An opinion in the case file.</summary>
/// <param name="Step">The consult step.</param>
/// <param name="Group">The office.</param>
/// <param name="Answer">What it says.</param>
/// <param name="Text">Its words; null: none.</param>
/// <param name="Silent">Whether it said nothing in time, and this is the answer that the process gives for it.</param>
/// <param name="AnsweredBy">The group that answered in its place, since it said nothing in time; null: the office itself, or nobody.</param>
public sealed record CaseFileOpinion(string Step, string Group, OfficeAnswer Answer, string? Text, bool Silent, string? AnsweredBy);
