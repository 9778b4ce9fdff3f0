using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using static Ozg.Platform.Tests.Storage.AzureStorage;

namespace Ozg.Platform.Tests.Storage;

public sealed class CaseProjectionTests
{
    private static readonly OpenTask Task1 = new(TaskId.For(Id, "assess", 1), "assess", "tax", Noon, DeadlineRules.On(new(2026, 12, 7), EndShift.Bgb, LegalCalendar.For(Land.Hessen)));

    private static readonly Process Process = new([new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10 }]);

    private static readonly Case Waiting = Case.Begin(Id) with { Version = 2, Status = CaseStatus.InProgress, Steps = ["assess"], Tasks = [Task1] };

    private static readonly Case Decided = Waiting with { Version = 3, Status = CaseStatus.Delivering, Steps = ["deliver"], Tasks = [] };

    [Fact]
    public async Task An_open_task_is_listed_and_a_decided_one_is_not()
    {
        var storage = await NewAsync();

        await storage.Cases.ShowAsync(Waiting, Process, Accepted, CancellationToken.None);
        Assert.Equal(Task1.Id, Assert.Single(await storage.Cases.OpenTasksAsync(Id.Kommune, CancellationToken.None)).Task.Id);

        await storage.Cases.ShowAsync(Decided, Process, Accepted, CancellationToken.None);
        Assert.Empty(await storage.Cases.OpenTasksAsync(Id.Kommune, CancellationToken.None));
        Assert.False((await storage.Cases.FindTaskAsync(Id.Kommune, Task1.Id, CancellationToken.None))!.Open);
    }

    [Fact]
    public async Task An_older_version_that_comes_late_changes_nothing()
    {
        var storage = await NewAsync();
        await storage.Cases.ShowAsync(Decided, Process, Accepted, CancellationToken.None);

        await storage.Cases.ShowAsync(Waiting, Process, Accepted, CancellationToken.None);

        Assert.Equal(CaseStatus.Delivering, (await storage.Cases.FindAsync(Id, CancellationToken.None))!.Status);
        Assert.Empty(await storage.Cases.OpenTasksAsync(Id.Kommune, CancellationToken.None));
    }

    [Fact]
    public async Task Another_kommune_does_not_see_the_task()
    {
        var storage = await NewAsync();
        await storage.Cases.ShowAsync(Waiting, Process, Accepted, CancellationToken.None);

        Assert.Empty(await storage.Cases.OpenTasksAsync(new("06432007"), CancellationToken.None));
        Assert.Null(await storage.Cases.FindTaskAsync(new("06432007"), Task1.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_task_for_a_partner_lies_at_its_desk_until_it_is_decided()
    {
        var storage = await NewAsync();
        var partner = new Ags("06432007");
        await storage.Cases.ShowAsync(Waiting with { Tasks = [Task1 with { Partner = partner }] }, Process, Accepted, CancellationToken.None);

        Assert.Empty(await storage.Cases.OpenTasksAsync(Id.Kommune, CancellationToken.None));
        Assert.Equal(Task1.Id, Assert.Single(await storage.Cases.OpenTasksAsync(partner, CancellationToken.None)).Task.Id);

        await storage.Cases.ShowAsync(Decided, Process, Accepted, CancellationToken.None);
        Assert.Empty(await storage.Cases.OpenTasksAsync(partner, CancellationToken.None));
        Assert.False((await storage.Cases.FindTaskAsync(partner, Task1.Id, CancellationToken.None))!.Open);
    }

    [Fact]
    public async Task An_act_shown_at_once_gives_way_to_a_case_that_has_moved_on()
    {
        var storage = await NewAsync();
        await storage.Cases.ShowAsync(Waiting, Process, Accepted, CancellationToken.None);
        var read = (await storage.Cases.FindTaskAsync(Id.Kommune, Task1.Id, CancellationToken.None))!;
        await storage.Cases.ShowAsync(Decided, Process, Accepted, CancellationToken.None);

        await storage.Cases.ShowTaskAsync(read with { Task = Task1 with { Assignee = new("anna") } }, CancellationToken.None);

        Assert.False((await storage.Cases.FindTaskAsync(Id.Kommune, Task1.Id, CancellationToken.None))!.Open);
    }
}
