using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ozg.Functions.Tests.Soak;

/// <summary>What got a receipt is never lost and never doubled, whenever the host dies.</summary>
public sealed class SoakTests(SoakTests.Progress progress) : IClassFixture<SoakTests.Progress>
{
    [Fact]
    public async Task Every_receipt_is_kept_however_often_the_host_is_killed()
    {
        var plan = SoakPlan.FromEnvironment();
        progress.Say($"Soak: {plan.Kills} kills, {plan.Applications} applications; OZG_SOAK_SEED={plan.Seed}");
        await using var run = new SoakRun(plan, progress.Say);
        var fault = await Record.ExceptionAsync(run.RunAsync);
        Assert.True(fault is null, $"With OZG_SOAK_SEED={plan.Seed}:\n{fault}");
    }

    /// <summary>Says how far it is while it runs; shown with xUnit.DiagnosticMessages=true.</summary>
    public sealed class Progress(IMessageSink sink)
    {
        internal void Say(string line) => sink.OnMessage(new DiagnosticMessage(line));
    }
}
