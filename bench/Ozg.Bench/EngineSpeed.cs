using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace Ozg.Benchmarks;

/// <summary>How many events the pure engine decides in a second on one core; yardstick: to write each down and hash it, as the journal does.</summary>
internal static class EngineSpeed
{
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Actor Anna = new(new("anna"));
    private static readonly Actor Bernd = new(new("bernd"));

    // Every kind of step: what Darmstadt does for a scaffold on the pavement, with a fee.
    private static readonly Process Steps = new(
    [
        new Step.Check { Id = "check" },
        new Step.Consult { Id = "consult", Offices = [new("roads", 10), new("trees", 5), new("fire", 5), new("planning", 10), new("public-order", 5)] },
        new Step.Branch
        {
            Id = "dispute",
            If = Conditions.Objected,
            Then = [new Step.Approve { Id = "head", Group = "heads", DueInWorkingDays = 5 }],
            Else = [new Step.Approve { Id = "assess", Group = "building", FourEyesWhen = Conditions.Always, DueInWorkingDays = 10, RemindInWorkingDays = 5, Hearing = new(14) }],
        },
        new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14 },
        new Step.Issue { Id = "issue", Document = "permit", On = Verdict.Approved },
        new Step.Parallel
        {
            Id = "hand-over",
            Branches = [[new Step.Deliver { Id = "deliver", Target = "roads" }], [new Step.Notify { Id = "notify", Message = "message" }]],
        },
        new Step.Wait { Id = "end", Until = "until" },
    ]);

    public static string Run()
    {
        var events = Whole();
        var engine = PerSecond(() =>
        {
            var current = Case.Begin(Id);
            foreach (var happened in events)
                current = Engine.Apply(Steps, current, happened).Case;
            return current.IsClosed ? events.Count : throw new InvalidOperationException($"The case ended as {current.Status} at {string.Join(", ", current.Steps)}.");
        });
        var journal = PerSecond(() =>
        {
            foreach (var happened in events)
                SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(happened));
            return events.Count;
        });
        return string.Create(CultureInfo.InvariantCulture, $"| {events.Count} | {engine:N0} | {journal:N0} | {engine / journal:0.00} |");
    }

    private static readonly CaseId Id = CaseId.Derive(new("06411000"), "sondernutzung", "bench");

    private static double PerSecond(Func<int> once)
    {
        for (var warm = 0; warm < 200; warm++)
            once();
        // Processor time, so that what else runs on the machine does not count.
        var (watch, before, count) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, 0L);
        while (watch.Elapsed < Measured)
            count += once();
        return count / (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static IReadOnlyList<CaseEvent> Whole()
    {
        var facts = new Facts(
            new Dictionary<string, bool> { ["large"] = true }, new Dictionary<string, long> { ["fee"] = 12_000 }, new Dictionary<string, DateOnly> { ["until"] = new(2027, 1, 31) });
        TaskId Task(string step, int round) => TaskId.For(Id, step, round);
        return
        [
            new CaseEvent.Received { At = Noon },
            new CaseEvent.Checked("check", facts) { At = Noon },
            .. Enumerable.Range(1, 5).Select(office => new CaseEvent.Answered(Task("consult", office), Anna, OfficeAnswer.AgreeWithConditions, $"terms/{office}.txt") { At = Noon.AddDays(office) }),
            new CaseEvent.Claimed(Task("assess", 1), Anna, 0) { At = Noon.AddDays(6) },
            new CaseEvent.InformationRequested(Task("assess", 1), Anna, "words.txt", 0) { At = Noon.AddDays(6) },
            new CaseEvent.Supplemented("s1") { At = Noon.AddDays(8) },
            new CaseEvent.Checked("check", facts) { At = Noon.AddDays(8) },
            new CaseEvent.Approved(Task("assess", 1), Anna, "reason.txt") { At = Noon.AddDays(9) },
            new CaseEvent.Approved(Task("assess", 2), Bernd, null) { At = Noon.AddDays(9) },
            new CaseEvent.PaymentRequested("pay", "t1", new("https://pay.example/t1")) { At = Noon.AddDays(9) },
            new CaseEvent.DeadlinePassed { At = Noon.AddDays(9).AddMinutes(1) },
            new CaseEvent.PaymentSeen("pay", "t1", PaymentStatus.Booked) { At = Noon.AddDays(9).AddMinutes(1) },
            new CaseEvent.Issued("issue", "permit.txt") { At = Noon.AddDays(9) },
            new CaseEvent.Published("deliver", Effect.DeliveryOf(Id, "deliver")) { At = Noon.AddDays(9) },
            new CaseEvent.Notified("notify", "message.txt") { At = Noon.AddDays(9) },
            new CaseEvent.Delivered(Effect.DeliveryOf(Id, "deliver"), "R-1") { At = Noon.AddDays(9) },
            new CaseEvent.DeadlinePassed { At = Noon.AddDays(90) },
        ];
    }
}
