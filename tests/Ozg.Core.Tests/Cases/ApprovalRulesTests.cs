using Ozg.Core.Cases;
using static Ozg.Core.Tests.Cases.DogCase;

namespace Ozg.Core.Tests.Cases;

public sealed class ApprovalRulesTests
{
    private static readonly OpenTask Task = Assert.Single(Checked().Tasks);

    [Fact]
    public void A_clerk_of_the_group_may_decide_a_free_task() =>
        Assert.Null(ApprovalRules.RefusalFor(Task, Anna, ["tax"]));

    [Fact]
    public void A_clerk_of_another_group_may_not() =>
        Assert.IsType<OtherGroupsTask>(ApprovalRules.RefusalFor(Task, Anna, ["public-order"]));

    [Fact]
    public void Whoever_gave_the_first_approval_may_not_give_the_second() =>
        Assert.IsType<SameClerkTwice>(ApprovalRules.RefusalFor(Task with { FirstApprovalBy = Anna }, Anna, ["tax"]));

    [Fact]
    public void A_task_that_another_clerk_claimed_is_theirs() =>
        Assert.IsType<ClaimedByAnother>(ApprovalRules.RefusalFor(Task with { Assignee = Bernd }, Anna, ["tax"]));

    [Fact]
    public void Ones_own_claimed_task_may_be_decided() =>
        Assert.Null(ApprovalRules.RefusalFor(Task with { Assignee = Anna }, Anna, ["tax"]));
}
