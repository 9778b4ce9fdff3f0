using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.ForwardCase;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>Another Kommune is responsible, as a clerk finds: it gets the application, and the case ends here.</summary>
public sealed class ForwardTests
{
    [Fact]
    public void What_a_clerk_hands_on_goes_to_the_other_Kommune_and_the_case_ends()
    {
        var play = Forward(Begin());

        Assert.Equal((CaseStatus.Forwarded, Verdict.Forwarded, true), (play.Case.Status, play.Case.Verdict, play.Case.IsOver));
        Assert.Equal((Id.ForwardedTo(Neighbour), There(Id.ForwardedTo(Neighbour))), (play.Case.ForwardedAs, play.Case.ForwardedTo));
        var handedOver = Assert.Single(play.Effects.OfType<Effect.HandOver>());
        Assert.Equal((Id.ForwardedTo(Neighbour), "assess", "reasons/elsewhere.txt"), (handedOver.As, handedOver.Step, handedOver.Words));
    }

    [Fact]
    public void Of_the_process_only_what_is_said_of_it_still_happens()
    {
        var play = Forward(Begin());

        Assert.Equal(["elsewhere.txt"], play.Case.Documents);
        var letter = Assert.Single(play.Effects.OfType<Effect.Notify>()).Result;
        Assert.Equal((Verdict.Forwarded, There(Id.ForwardedTo(Neighbour)), "reasons/elsewhere.txt"), (letter.Verdict, letter.ForwardedTo, letter.Reason));
        Assert.Empty(play.Effects.OfType<Effect.Publish>());
    }

    [Fact]
    public void What_the_applicant_has_sent_since_goes_on_with_it() =>
        Assert.Equal(["more"], Assert.Single(Forward(Begin().Supplement("more")).Effects.OfType<Effect.HandOver>()).Supplements);

    [Fact]
    public void What_came_between_the_clerks_look_and_the_decision_has_the_task_asked_anew()
    {
        var play = Begin().Supplement("more");

        Forward(play, upon: 0);

        Assert.Equal((TaskId.For(Id, "assess", 2), null), (play.Task.Id, play.Case.ForwardedAs));
        Assert.Equal(CaseStatus.Forwarded, Forward(play).Case.Status);
    }

    [Fact]
    public void The_second_pair_of_eyes_at_a_partners_desk_releases_or_rejects_and_no_more()
    {
        var play = Play.Start([Assess with { FourEyesWhen = Conditions.Always, Second = new("tax", Neighbour) }]).Approve(Anna);
        var before = play.Case;

        Assert.Same(before, Forward(play, new("06432016")).Case);
    }

    [Fact]
    public void Handing_on_twice_hands_on_once()
    {
        var play = Begin();
        var task = play.Task;
        play.Hold<Effect.HandOver>();

        Forward(play, task: task);
        Forward(play, new("06432016"), task);

        Assert.Equal(Id.ForwardedTo(Neighbour), Assert.Single(play.Effects.OfType<Effect.HandOver>()).As);
    }

    [Theory]
    [InlineData(null, "06432007")]
    [InlineData(true, "06411000")]
    public void Nothing_is_handed_on_where_the_process_does_not_say_so_or_to_where_it_is(bool? mayForward, string to)
    {
        var play = Forward(Play.Start([Assess with { MayForward = mayForward }]), new(to));

        Assert.Equal("assess", Assert.Single(play.Case.Tasks).Step);
        Assert.Null(play.Case.ForwardedAs);
    }

    [Fact]
    public void Others_who_are_asked_at_the_same_time_are_waited_for_no_more()
    {
        var play = Play.Start(
        [
            new Step.Parallel
            {
                Id = "ways",
                Branches = [[Assess], [Assess with { Id = "other", Group = "order" }, new Step.Issue { Id = "permit", Document = "permit" }], [new Step.Wait { Id = "wait", WorkingDays = 90 }]],
            },
            Elsewhere,
        ]);

        Forward(play, task: play.Case.Tasks.Single(task => task.Step == "assess"));

        Assert.Equal((CaseStatus.Forwarded, "elsewhere.txt"), (play.Case.Status, Assert.Single(play.Case.Documents)));
    }

    [Fact]
    public void What_was_paid_or_reserved_here_is_given_back()
    {
        var play = Play.Start(
            [new Step.Check { Id = "check", Register = "places", Reserves = true }, new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = "treasury" }, Assess],
            Facts.None with { Amounts = new Dictionary<string, long> { ["fee"] = 1000 } });
        play.Payment = PaymentStatus.Booked;
        play.Wait(days: 1);

        Forward(play);

        Assert.Equal(RefundReason.Forwarded, Assert.Single(play.Effects.OfType<Effect.Refund>()).Order.Reason);
        Assert.Equal("check", Assert.Single(play.Effects.OfType<Effect.Free>()).Step);
    }

    [Fact]
    public void An_application_is_one_case_there_however_often_it_is_handed_on_and_none_that_a_sender_can_name()
    {
        Assert.Equal(Id.ForwardedTo(Neighbour), Id.ForwardedTo(Neighbour));
        Assert.Equal(Neighbour, Id.ForwardedTo(Neighbour).Kommune);
        Assert.NotEqual(Id.ForwardedTo(Neighbour), CaseId.Derive(Neighbour, Id.Value, ""));
    }
}
