using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Organisation;
using Ozg.Platform.Storage;

namespace Ozg.Platform.Organisation;

/// <summary>
/// Neighbour help, written down on both sides: each Kommune's own partition holds what it lent, what it was lent, and what was done
/// under either. What counts is the lender's row.
/// </summary>
public sealed class LoanBook(Tables tables)
{
    private const string Table = "loans";
    private const string Lent = "lent.";
    private const string Given = "given.";
    private const string Acts = "act.";

    /// <summary>Writes a new loan down; the helper's side first, so that it counts only while both have it.</summary>
    /// <returns>The one that stands under its id: this, or that of an earlier try.</returns>
    public async Task<Loan> BeginAsync(Loan loan, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        var isFirst = await AddAsync(table, Row(loan.To, Given, loan), cancellationToken);
        if (await AddAsync(table, Row(loan.Lender, Lent, loan), cancellationToken))
        {
            if (!isFirst) // a try that died, or that came second, has left its own words there
                await table.UpsertEntityAsync(Row(loan.To, Given, loan), TableUpdateMode.Replace, cancellationToken);
            return loan;
        }

        var standing = (await FindAsync(loan.Lender, loan.Id, cancellationToken))!;
        if (standing.To != loan.To) // another body under the same key, at the same moment: this side has no loan
            await table.DeleteEntityAsync(loan.To.Value, Given + loan.Id, cancellationToken: cancellationToken);
        return standing;
    }

    /// <summary>Writes down that a loan has ended; the lender's side first. Doing it again changes nothing.</summary>
    public async Task EndAsync(Loan loan, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        foreach (var side in new[] { Row(loan.Lender, Lent, loan), Row(loan.To, Given, loan) })
            await table.UpsertEntityAsync(side, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>A loan that a Kommune made; null when it made none of this id.</summary>
    public async Task<Loan?> FindAsync(Ags lender, string id, CancellationToken cancellationToken)
    {
        var table = await tables.GetAsync(Table, cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(lender.Value, Lent + id, cancellationToken: cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>All that a Kommune has lent, the oldest first.</summary>
    public async Task<IReadOnlyList<Loan>> LentAsync(Ags lender, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(lender, Lent, "", cancellationToken)).Select(Read)];

    /// <summary>What a Kommune has lent and what holds at a moment.</summary>
    public async Task<IReadOnlyList<Loan>> HoldingAsync(Ags lender, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var day = Day(LegalTime.DayOf(moment));
        var rows = await RowsAsync(lender, Lent, TableClient.CreateQueryFilter($" and From le {day} and Until ge {day}"), cancellationToken);
        return [.. rows.Select(Read).Where(loan => loan.HoldsAt(moment))];
    }

    /// <summary>All that a Kommune helps or has helped with, the oldest first.</summary>
    public async Task<IReadOnlyList<Loan>> GivenAsync(Ags helper, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(helper, Given, "", cancellationToken)).Select(Read)];

    /// <summary>What was done under a Kommune's loans, on either side, in order.</summary>
    public async Task<IReadOnlyList<LoanAct>> ActsAsync(Ags kommune, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(kommune, Acts, "", cancellationToken)).Select(row => JsonSerializer.Deserialize(row.GetString("Act"), StorageJson.Default.LoanAct)!).OrderBy(act => act.Act.At)];

    /// <summary>Writes down on both sides what a clerk of a partner Kommune did, or was given to do; nothing when no loan covers it. Doing it again changes nothing.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="storedAs">The event's id.</param>
    /// <param name="groups">The groups to which the step's tasks belong.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task NoteAsync(ClerkAct act, string storedAs, IReadOnlyList<string?> groups, CancellationToken cancellationToken)
    {
        var loans = await HoldingAsync(act.Task.Case.Kommune, act.At, cancellationToken);
        if (loans.FirstOrDefault(loan => loan.To == act.Partner && loan.CoversOneOf(act.Task.Case, groups)) is not { } loan)
            return;

        var json = JsonSerializer.Serialize(new LoanAct(loan.Id, act), StorageJson.Default.LoanAct);
        var table = await tables.GetAsync(Table, cancellationToken);
        foreach (var kommune in new[] { loan.To, loan.Lender })
            await table.UpsertEntityAsync(new TableEntity(kommune.Value, Acts + storedAs) { ["Act"] = json }, TableUpdateMode.Replace, cancellationToken);
    }

    private async Task<List<TableEntity>> RowsAsync(Ags kommune, string prefix, string furthermore, CancellationToken cancellationToken)
    {
        var (from, to) = (prefix, prefix[..^1] + '/'); // '/' follows '.'
        var rows = new List<TableEntity>();
        var table = await tables.GetAsync(Table, cancellationToken);
        await foreach (var row in table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {kommune.Value} and RowKey ge {from} and RowKey lt {to}") + furthermore, cancellationToken: cancellationToken))
            rows.Add(row);
        return rows;
    }

    private static async Task<bool> AddAsync(TableClient table, TableEntity row, CancellationToken cancellationToken)
    {
        try
        {
            await table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    private static TableEntity Row(Ags kommune, string side, Loan loan) =>
        new(kommune.Value, side + loan.Id)
        {
            ["From"] = Day(loan.From),
            ["Until"] = Day(loan.Until),
            ["Loan"] = JsonSerializer.Serialize(loan, StorageJson.Default.Loan),
        };

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static Loan Read(TableEntity row) => JsonSerializer.Deserialize(row.GetString("Loan"), StorageJson.Default.Loan)!;
}

/// <summary>What was done under a loan.</summary>
/// <param name="Loan">The loan's id.</param>
/// <param name="Act">Who did what to which task, and when.</param>
public sealed record LoanAct(string Loan, ClerkAct Act);
