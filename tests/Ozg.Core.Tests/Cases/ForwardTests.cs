using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>Another Kommune is responsible: it gets the application, and the case ends here.</summary>
public sealed class ForwardTests
{
    private static readonly Ags Neighbour = new("06432007");

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
    public void The_applicant_is_told_once_the_other_Kommune_has_it()
    {
        var play = Begin();
        play.Hold<Effect.HandOver>();

        Forward(play);
        Assert.Equal((CaseStatus.InProgress, "assess"), (play.Case.Status, Assert.Single(play.Case.Steps)));
        Assert.Empty(play.Case.Documents);
        play.Release();

        Assert.Equal((CaseStatus.Forwarded, "elsewhere.txt"), (play.Case.Status, Assert.Single(play.Case.Documents)));
    }

    [Fact]
    public void While_it_is_on_its_way_nothing_can_be_withdrawn_changed_or_decided_here()
    {
        var play = Begin();
        play.Hold<Effect.HandOver>();
        var task = play.Task;
        Forward(play);

        play.Withdraw().Supplement("more", changes: true).Approve(Bernd, task).Reject(Bernd, task);

        Assert.True(play.Case.LateWithdrawal);
        Assert.Equal("more", Assert.Single(play.Case.LateSupplements));
        Assert.Equal(Verdict.Forwarded, play.Case.Verdict);
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
    public void Nobody_hands_on_what_has_been_rejected_meanwhile()
    {
        var late = new Step.Check { Id = "late", Register = "people", ForwardWhen = ["elsewhere"] };
        var process = new Process([new Step.Parallel { Id = "ways", Branches = [[Assess, new Step.Issue { Id = "refusal", Document = "refusal", On = Verdict.Rejected }], [late]] }]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Rejected(current.Tasks[0].Id, Anna, "why") { At = Noon }).Case;

        var advance = Engine.Apply(process, current, Answer(Neighbour, elsewhere: true) with { Step = "late" });

        Assert.Equal((Verdict.Rejected, null), (advance.Case.Verdict, advance.Case.ForwardedAs));
    }

    [Fact]
    public void The_second_pair_of_eyes_at_a_partners_desk_releases_or_rejects_and_no_more()
    {
        var play = Play.Start([Assess with { FourEyesWhen = Conditions.Always, Second = new("tax", Neighbour) }]).Approve(Anna);
        var before = play.Case;

        Assert.Same(before, Forward(play, new("06432016")).Case);
    }

    [Fact]
    public void On_other_ways_nothing_goes_on_before_the_other_Kommune_has_it()
    {
        var play = Play.StartHolding<Effect.Issue>([new Step.Parallel { Id = "ways", Branches = [[Assess], [new Step.Issue { Id = "slow", Document = "slow" }, Elsewhere]] }]);
        play.Hold<Effect.HandOver>();
        Forward(play, task: play.Case.Tasks.Single(task => task.Step == "assess"));

        play.Then(now => new CaseEvent.Issued("slow", "slow.txt") { At = now }).Then(now => new CaseEvent.Issued("slow", "slow.txt") { At = now });
        Assert.Equal("slow.txt", Assert.Single(play.Case.Documents));
        play.Then(now => new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(Neighbour))) { At = now });

        Assert.Equal(CaseStatus.Forwarded, play.Case.Status);
        Assert.Equal(["slow.txt", "elsewhere.txt"], play.Case.Documents);
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

    [Fact]
    public void Nothing_that_was_not_handed_on_is_handed_over()
    {
        var play = Begin();
        var before = play.Case;

        Assert.Same(before, play.Then(now => new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(Neighbour))) { At = now }).Case);
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
    public void A_check_that_answers_later_on_another_way_does_not_reject_what_has_gone()
    {
        var process = new Process([new Step.Parallel { Id = "ways", Branches = [[Assess], [new Step.Check { Id = "check", Register = "land", RejectWhen = ["full"] }]] }, Elsewhere]);
        var current = Engine.Apply(process, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case;
        current = Engine.Apply(process, current, new CaseEvent.Forwarded(current.Tasks[0].Id, Anna, Neighbour, "why", Upon: 0) { At = Noon }).Case;

        current = Engine.Apply(process, current, new CaseEvent.Checked("check", Facts.Of(new Dictionary<string, bool> { ["full"] = true })) { At = Noon }).Case;
        Assert.Equal(Verdict.Forwarded, current.Verdict);
        Assert.Equal(["assess", "check"], current.Held);
        current = Engine.Apply(process, current, new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(Neighbour))) { At = Noon }).Case;

        Assert.Equal(["elsewhere"], current.Steps);
    }

    [Fact]
    public void A_hand_over_of_something_else_moves_nothing()
    {
        var play = Begin();
        play.Hold<Effect.HandOver>();
        Forward(play);
        var before = play.Case;

        Assert.Same(before, play.Then(now => new CaseEvent.HandedOver("assess", There(Id.ForwardedTo(new("06432016")))) { At = now }).Case);
    }

    [Fact]
    public void What_has_been_delivered_on_another_way_is_not_being_delivered_while_it_is_on_its_way()
    {
        var play = Play.Start([new Step.Parallel { Id = "ways", Branches = [[Assess], [new Step.Deliver { Id = "deliver", Target = "tax" }]] }]);
        play.Hold<Effect.HandOver>();
        Forward(play, task: play.Case.Tasks[0]);

        Assert.Equal(CaseStatus.InProgress, play.Acknowledge("deliver").Case.Status);
    }

    [Fact]
    public void A_register_that_names_the_responsible_Kommune_hands_on_before_it_rejects()
    {
        var checkedCase = Checked(Neighbour, elsewhere: true);

        Assert.Equal((Verdict.Forwarded, Id.ForwardedTo(Neighbour)), (checkedCase.Case.Verdict, checkedCase.Case.ForwardedAs));
        Assert.Null(Assert.IsType<Effect.HandOver>(Assert.Single(checkedCase.Effects)).Words);
        Assert.Same(checkedCase.Case, Engine.Apply(ByRegister, checkedCase.Case, Answer(Neighbour, elsewhere: true)).Case);
    }

    [Theory]
    [InlineData(null, true, Verdict.Rejected)]
    [InlineData("06432007", false, Verdict.Approved)]
    public void Without_a_Kommune_that_takes_it_or_a_reason_to_hand_on_the_process_goes_its_usual_way(string? responsible, bool elsewhere, Verdict verdict)
    {
        var advance = Checked(responsible is null ? null : new Ags(responsible), elsewhere);

        Assert.Equal((verdict, null), (advance.Case.Verdict, advance.Case.ForwardedAs));
        Assert.Empty(advance.Effects.OfType<Effect.HandOver>());
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

    private static readonly Step.Approve Assess = new() { Id = "assess", Group = "tax", DueInWorkingDays = 10, MayForward = true };
    private static readonly Step.Notify Elsewhere = new() { Id = "elsewhere", Message = "elsewhere", On = Verdict.Forwarded };
    private static readonly Process ByRegister = new([new Step.Check { Id = "check", Register = "people", ForwardWhen = ["elsewhere"], RejectWhen = ["elsewhere"] }, Assess]);

    private static Play Begin() => Play.Start(
    [
        Assess,
        new Step.Issue { Id = "permit", Document = "permit", On = Verdict.Approved },
        new Step.Issue { Id = "refusal", Document = "refusal", On = Verdict.Rejected },
        Elsewhere,
        new Step.Deliver { Id = "deliver", Target = "tax" },
        new Step.Notify { Id = "notify", Message = "result" },
    ]);

    private static Play Forward(Play play, Ags? to = null, OpenTask? task = null, int? upon = null) =>
        play.Then(now => new CaseEvent.Forwarded((task ?? play.Task).Id, Anna, to ?? Neighbour, "reasons/elsewhere.txt", upon ?? play.Case.Supplements.Count) { At = now });

    private static Advance Checked(Ags? responsible, bool elsewhere) =>
        Engine.Apply(ByRegister, Engine.Apply(ByRegister, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case, Answer(responsible, elsewhere));

    private static CaseEvent.Checked Answer(Ags? responsible, bool elsewhere) =>
        new("check", Facts.Of(new Dictionary<string, bool> { ["elsewhere"] = elsewhere })) { At = Noon, Responsible = responsible };
}
