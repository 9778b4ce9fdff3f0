using System.Text;
using Microsoft.Extensions.Logging;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Core.Submissions;
using Ozg.Functions.Access;
using Ozg.Functions.Desk;
using Ozg.Platform.Organisation;
using Ozg.Platform.Submissions;

namespace Ozg.Functions.Organisation;

/// <summary>Lends queues and cases to partner Kommunen, for a time and on record.</summary>
public sealed class NeighbourHelp(Catalogue catalogue, LoanBook loans, SubmissionStore submissions, TimeProvider clock, ILogger<NeighbourHelp> logger)
{
    /// <summary>What a Kommune has lent and where it helps, with what was done.</summary>
    public async Task<LoanList> ListAsync(Ags kommune, CancellationToken cancellationToken)
    {
        var all = (await loans.LentAsync(kommune, cancellationToken)).Concat(await loans.GivenAsync(kommune, cancellationToken)).OrderBy(loan => loan.BegunAt);
        var acts = (await loans.ActsAsync(kommune, cancellationToken)).ToLookup(act => act.Loan, act => act.Act);
        return new([.. all.Select(loan => Item(loan, acts[loan.Id]))]);
    }

    /// <summary>Begins a loan, or finds the one that was begun under the same key.</summary>
    public async Task<Outcome<LoanItem>> BeginAsync(Ags kommune, Clerk lead, string key, LoanWish wish, CancellationToken cancellationToken)
    {
        // Before the rules: what was lent stays lent, also when its days have passed since.
        var id = ContentHash.Sha256(Encoding.UTF8.GetBytes($"loan:{kommune}:{key}"))[..32];
        if (await loans.FindAsync(kommune, id, cancellationToken) is { } earlier)
            return await AnswerAsync(earlier, wish, cancellationToken);

        var lender = catalogue.Kommune(kommune);
        if (!lender.Succeeded)
            return lender.Error;

        var now = clock.GetUtcNow();
        if (LoanRules.Mistakes(wish, kommune, ags => catalogue.Kommune(ags) is { Succeeded: true, Value: var known } ? known.Groups.Keys : null, LegalTime.DayOf(now)) is { Count: > 0 } mistakes)
            return new InvalidLoan(mistakes);
        if (wish.Application is { } application && !await IsOwnCaseAsync(kommune, application, cancellationToken))
            return new UnknownCase();

        CaseId? lentCase = wish.Application is { } lent ? new(lent) : null;
        var loan = new Loan(id, kommune, new(wish.To!), wish.Group, lentCase, wish.From!.Value, wish.Until!.Value, wish.Reason!.Trim(), lead.Id, now) { ToGroup = wish.ToGroup };
        var standing = await loans.BeginAsync(loan, cancellationToken);
        if (standing == loan)
            logger.LoanBegun(loan.Id, loan.Lender, loan.To);
        return await AnswerAsync(standing, wish, cancellationToken);
    }

    /// <summary>Ends a loan; one that has ended stays as it is.</summary>
    public async Task<Outcome<Loan>> EndAsync(Ags kommune, Clerk lead, string id, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(id, "n", out _) || await loans.FindAsync(kommune, id, cancellationToken) is not { } loan)
            return new UnknownLoan();

        // Written again also where it has ended: the try before may have died between the two sides.
        var ended = loan.EndedAt is null ? loan with { EndedAt = clock.GetUtcNow(), EndedBy = lead.Id } : loan;
        await loans.EndAsync(ended, cancellationToken);
        logger.LoanEnded(loan.Id, loan.Lender, loan.To);
        return ended;
    }

    private async Task<Outcome<LoanItem>> AnswerAsync(Loan standing, LoanWish wish, CancellationToken cancellationToken) => wish.IsOf(standing)
        ? Item(standing, (await loans.ActsAsync(standing.Lender, cancellationToken)).Where(act => act.Loan == standing.Id).Select(act => act.Act))
        : new IdempotencyKeyReused();

    private async Task<bool> IsOwnCaseAsync(Ags kommune, string id, CancellationToken cancellationToken) =>
        CaseId.IsWellFormed(id) && new CaseId(id).Kommune == kommune && await submissions.FindAsync(new(id), cancellationToken) is not null;

    private LoanItem Item(Loan loan, IEnumerable<ClerkAct> acts) => new(
        loan.Id, loan.Lender, loan.To, loan.Group, loan.Application, loan.From, loan.Until, loan.Reason, loan.BegunBy, loan.BegunAt, loan.EndedBy, loan.EndedAt,
        loan.HoldsAt(clock.GetUtcNow()), [.. acts.Select(act => new LoanActItem(act.At, act.Kind, act.Task, act.By.Clerk, act.By.For, act.To))])
    {
        ToGroup = loan.ToGroup,
    };
}
