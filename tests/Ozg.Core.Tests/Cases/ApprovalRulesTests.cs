using Ozg.Core.Cases;
using static Ozg.Core.Tests.Cases.DogCase;

namespace Ozg.Core.Tests.Cases;

public sealed class ApprovalRulesTests
{
    private static readonly OpenTask Task = Assert.Single(Checked().Tasks);
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void A_clerk_of_the_group_may_decide_a_free_task() => Assert.Equal(new Actor(Anna), ActorFor(Task, Anna).Value);

    [Fact]
    public void A_clerk_of_another_group_may_not() => Assert.IsType<OtherGroupsTask>(ActorFor(Task, Anna, "public-order").Error);

    [Fact]
    public void The_group_to_which_an_overdue_task_is_escalated_may() =>
        Assert.True(ActorFor(Task with { EscalatedTo = "heads" }, Anna, "heads").Succeeded);

    [Fact]
    public void Whoever_gave_the_first_approval_may_not_give_the_second() =>
        Assert.IsType<SameClerkTwice>(ActorFor(Task with { FirstApprovalBy = new(Anna) }, Anna).Error);

    [Fact]
    public void Whoever_was_deputised_at_the_first_approval_may_not_give_the_second() =>
        Assert.IsType<SameClerkTwice>(ActorFor(Task with { FirstApprovalBy = new(Bernd, For: Anna) }, Anna).Error);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(-5, -1, true)] // it ended yesterday
    [InlineData(1, 5, true)] // it begins tomorrow
    [InlineData(-3, 3, false)]
    public void The_deputy_of_the_first_may_not_give_the_second_approval_while_the_rule_holds(int from, int until, bool may)
    {
        var rule = new DeputyRule(Absent: Bernd, Deputy: Anna, Today.AddDays(from), Today.AddDays(until));

        var actor = ApprovalRules.ActorFor(Task with { FirstApprovalBy = new(Bernd) }, Clerk(Anna, "tax"), new([rule], []), Today);

        Assert.Equal(may, actor.Succeeded);
        if (!may)
            Assert.IsType<DeputyOfTheFirst>(actor.Error);
    }

    [Fact]
    public void A_task_that_another_clerk_claimed_is_theirs() => Assert.IsType<ClaimedByAnother>(ActorFor(Task with { Assignee = Bernd }, Anna).Error);

    [Fact]
    public void Ones_own_claimed_task_may_be_decided() => Assert.True(ActorFor(Task with { Assignee = Anna }, Anna).Succeeded);

    [Fact]
    public void A_deputy_acts_in_the_name_of_the_absent_colleague_on_what_they_had()
    {
        var rule = new DeputyRule(Absent: Bernd, Deputy: Anna, Today, Today);

        var actor = ApprovalRules.ActorFor(Task with { Assignee = Bernd }, Clerk(Anna, "other-group"), new([rule], []), Today);

        Assert.Equal(new Actor(Anna, For: Bernd), actor.Value);
    }

    [Fact]
    public void Another_kommunes_rule_makes_nobody_a_deputy_at_this_desk()
    {
        var rule = new DeputyRule(Absent: Bernd, Deputy: Anna, Today, Today);

        var actor = ApprovalRules.ActorFor(Task with { Assignee = Bernd }, Clerk(Anna, "tax"), new([], [rule]), Today);

        Assert.IsType<ClaimedByAnother>(actor.Error);
    }

    [Fact]
    public void Another_kommunes_rule_keeps_two_from_being_four_eyes()
    {
        var rule = new DeputyRule(Absent: Bernd, Deputy: Anna, Today, Today);

        var actor = ApprovalRules.ActorFor(Task with { FirstApprovalBy = new(Bernd) }, Clerk(Anna, "tax"), new([], [rule]), Today);

        Assert.IsType<DeputyOfTheFirst>(actor.Error);
    }

    [Fact]
    public void Two_deputies_of_one_absent_clerk_are_not_four_eyes()
    {
        var rule = new DeputyRule(Absent: new("carla"), Deputy: Anna, Today, Today);

        var actor = ApprovalRules.ActorFor(Task with { FirstApprovalBy = new(Bernd, For: new("carla")) }, Clerk(Anna, "tax"), new([rule], []), Today);

        Assert.IsType<DeputyOfTheFirst>(actor.Error);
    }

    [Fact]
    public void Who_opened_a_review_their_deputy_and_whoever_they_stand_in_for_do_not_decide_it()
    {
        var opened = Task with { OpenedBy = new(Bernd) };
        var rule = new DeputyRule(Absent: Bernd, Deputy: Anna, Today, Today);

        Assert.IsType<OwnReview>(ActorFor(opened, Bernd).Error);
        Assert.IsType<OwnReview>(ApprovalRules.ActorFor(opened, Clerk(Anna, "tax"), new([], [rule]), Today).Error);
        Assert.True(ActorFor(opened, Anna).Succeeded);
    }

    [Theory]
    [InlineData(true, "heads", "tax", "tax")] // whoever is of both speaks for the office
    [InlineData(false, "heads", "tax", "heads")] // and approves as the heads, so that the group can approve after them
    [InlineData(true, "heads", null, "heads")]
    [InlineData(false, "tax", null, "tax")]
    [InlineData(true, "elsewhere", null, "heads")] // a deputy: an office's own words have to be certain
    public void A_clerk_acts_on_an_escalated_task_in_one_group(bool opinion, string one, string? other, string expected)
    {
        var clerk = new DeskClerk(Anna, new HashSet<string>(new[] { one, other }.OfType<string>()));

        Assert.Equal(expected, ApprovalRules.GroupOf(Task with { IsOpinion = opinion, EscalatedTo = "heads" }, clerk));
        Assert.Equal("tax", ApprovalRules.GroupOf(Task with { IsOpinion = opinion }, clerk));
    }

    private static Outcome<Actor> ActorFor(OpenTask task, ClerkId clerk, string group = "tax") => ApprovalRules.ActorFor(task, Clerk(clerk, group), Deputies.None, Today);

    private static DeskClerk Clerk(ClerkId clerk, string group) => new(clerk, new HashSet<string> { group });
}
