using Ozg.Hosting.Durable;

namespace Ozg.Functions.Tests.Upgrade;

/// <summary>
/// Running cases survive an upgrade only if today's orchestrator asks for the steps that are in their histories. A history that breaks is
/// not recorded anew: the orchestrator has to go on with it.
/// </summary>
public sealed class OrchestrationUpgradeTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(RecordedOrchestration.Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public Task Orchestrations_of_earlier_releases_go_on(string file) => RecordedOrchestration.Read(file).ReplayAsync();

    [Fact]
    public async Task An_activity_of_another_name_is_noticed_and_the_step_named()
    {
        var recorded = Recorded();
        var issued = recorded.History.OfType<ActivityScheduled>().First(one => one.Name == "IssueDocument");
        var doctored = recorded with { History = [.. recorded.History.Select(one => one == issued ? issued with { Name = "PrintDocument" } : one)] };

        var refused = await Assert.ThrowsAsync<NonDeterministicOrchestrationException>(doctored.ReplayAsync);

        Assert.Contains($"Step {issued.Number} was activity 'PrintDocument' when it ran; now the code asks for activity 'IssueDocument'.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_the_code_no_longer_asks_for_is_noticed()
    {
        var recorded = Recorded();
        var at = recorded.History.Index().First(one => one.Item is TimerCreated).Index;
        var more = new ActivityScheduled(((TimerCreated)recorded.History[at]).Number, "AskRegister", null) { At = recorded.History[at].At };

        await Assert.ThrowsAsync<NonDeterministicOrchestrationException>((recorded with { History = [.. recorded.History.Take(at), more, .. recorded.History.Skip(at)] }).ReplayAsync);
    }

    [Fact]
    public async Task A_step_that_the_history_lacks_is_noticed()
    {
        var recorded = Recorded();
        var last = recorded.History.OfType<ActivityScheduled>().Last();

        await Assert.ThrowsAsync<NonDeterministicOrchestrationException>((recorded with { History = [.. recorded.History.TakeWhile(one => one != last), .. recorded.History.OfType<TurnStarted>().TakeLast(1)] }).ReplayAsync);
    }

    private static RecordedOrchestration Recorded() => RecordedOrchestration.Read("hundesteuer-anmeldung-06411000-approve.json");
}
