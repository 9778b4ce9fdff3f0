using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ozg.Core.Cases;
using Ozg.Core.Submissions;
using Ozg.Platform.Cases;
using Ozg.Platform.Submissions;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests.Applicant;

/// <summary>What an applicant sends at the same moment as something else happens to the case: it counts, or they are told, and it is kept.</summary>
public sealed class LateTests : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private JsonNode _receipt = null!;

    public async Task InitializeAsync()
    {
        _pipeline = await StartWithTestCatalogueAsync();
        _receipt = await _pipeline.SubmitTestAsync(TestCatalogue.Plain);
    }

    public async Task DisposeAsync() => await _pipeline.DisposeAsync();

    [Fact]
    public async Task A_file_that_is_still_coming_while_the_case_is_decided_is_refused()
    {
        using var slow = new SlowBody();
        var answer = _pipeline.ApplyAsync(_receipt, "supplements", slow);
        await slow.HalfIsSent;

        await DecideAsync();
        slow.SendTheRest();

        var problem = await JsonOf(await answer, HttpStatusCode.Conflict);
        Assert.EndsWith("/supplement-too-late", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Contains("wenden Sie sich an das Amt", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_and_found_its_case_at_its_end_is_in_the_file_and_the_applicant_is_told()
    {
        await _pipeline.DecideAsync(Darmstadt, await _pipeline.TokenAsync(Darmstadt, "anna"), _receipt);
        var (id, now) = (new CaseId((string)_receipt["id"]!), _pipeline.Clock.GetUtcNow());
        await _pipeline.Service<SupplementStore>().CommitAsync(id, new Supplement("late", now, "Noch etwas", new Dictionary<string, JsonElement>(), [], "hash"), CancellationToken.None);
        await _pipeline.Service<OutsideEvents>().StoreAsync(id, new CaseEvent.Supplemented("late") { At = now }, CancellationToken.None);
        await _pipeline.Service<OutsideEvents>().StoreAsync(id, new CaseEvent.Withdrawn { At = now.AddSeconds(1) }, CancellationToken.None);

        await _pipeline.AdvanceAsync(TimeSpan.FromMinutes(2));

        var file = await _pipeline.FileAsync(_receipt, await _pipeline.TokenAsync(Darmstadt, "anna"));
        Assert.Equal("Noch etwas", (string?)Assert.Single(file["lateSupplements"]!.AsArray())!["message"]);
        var status = await _pipeline.StatusAsync(_receipt);
        Assert.Equal(["completed", "supplementedLate", "withdrawnLate"], status["timeline"]!.AsArray().Select(entry => (string)entry!["event"]!).TakeLast(3));
        Assert.Equal("completed", (string?)status["status"]);
    }

    [Fact]
    public async Task What_comes_before_the_first_check_is_done_is_not_told_that_all_is_checked()
    {
        var manifest = (await _pipeline.Service<SubmissionStore>().FindAsync(new((string)_receipt["id"]!), CancellationToken.None))!;
        var waiting = manifest with { Id = CaseId.Derive(manifest.Kommune, manifest.Leistung, "not started yet") };
        await _pipeline.Service<SubmissionStore>().CommitAsync(waiting, CancellationToken.None);
        var status = new Uri((string)_receipt["statusUrl"]!);

        using var answer = await _pipeline.SendAsync(HttpMethod.Post, $"/api/applications/{waiting.Id}/supplements{status.Query}", body: JsonContent.Create(new { message = "Noch etwas" }));

        var problem = await JsonOf(answer, HttpStatusCode.Conflict);
        Assert.EndsWith("/supplement-too-early", (string)problem["type"]!, StringComparison.Ordinal);
        Assert.Contains("in einigen Minuten", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_application_takes_nothing_more_and_says_so_truly()
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _pipeline.ApplyAsync(_receipt, "withdrawal")).StatusCode);
        await _pipeline.IdleAsync();

        var problem = await JsonOf(await _pipeline.ApplyAsync(_receipt, "supplements", JsonContent.Create(new { message = "Doch" })), HttpStatusCode.Conflict);

        Assert.Contains("geprüft oder beendet", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    // As the case shows it; the host is not idle while a body comes.
    private async Task DecideAsync()
    {
        var cases = _pipeline.Service<CaseProjection>();
        var current = (await cases.FindAsync(new((string)_receipt["id"]!), CancellationToken.None))!;
        var manifest = await _pipeline.Service<SubmissionStore>().ReadAsync(current.Id, CancellationToken.None);
        var plan = await _pipeline.Service<PlanStore>().ReadAsync(manifest.PlanHash, CancellationToken.None);
        await cases.ShowAsync(current with { Version = current.Version + 1, Status = CaseStatus.InProgress, Tasks = [], Settled = true, Decided = true }, plan.Process, manifest, CancellationToken.None);
    }

    /// <summary>A supplement with a file, the second half of which comes when it is told to.</summary>
    private sealed class SlowBody : HttpContent
    {
        private readonly TaskCompletionSource _half = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SlowBody() => Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        public Task HalfIsSent => _half.Task;

        public void SendTheRest() => _rest.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("--b\r\nContent-Disposition: form-data; name=\"supplement\"\r\n\r\n{\"message\":\"Hier\"}\r\n--b\r\nContent-Disposition: form-data; name=\"nachweis\"; filename=\"n.pdf\"\r\n\r\n%PDF-1.7 "u8.ToArray());
            await stream.FlushAsync();
            _half.SetResult();
            await _rest.Task;
            await stream.WriteAsync("end\r\n--b--\r\n"u8.ToArray());
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
