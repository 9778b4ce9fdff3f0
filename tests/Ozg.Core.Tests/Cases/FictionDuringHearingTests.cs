using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>A hearing before a rejection is no decision: the time after which the law approves runs on (§ 42a (1) VwVfG).</summary>
public sealed class FictionDuringHearingTests
{
    private static readonly Step.Approve Heard = new()
    {
        Id = "assess", Group = "roads", DueInWorkingDays = 10, Hearing = new(30), DeemedApproval = new("law", Period.Months(3), EndMoves: true),
    };

    private static readonly Step[] ThenTold = [Heard, new Step.Notify { Id = "tell", Message = "granted" }, new Step.Notify { Id = "refuse", Message = "refused", On = Verdict.Rejected }];

    [Fact]
    public void What_is_not_decided_in_time_is_approved_also_while_the_applicant_is_heard()
    {
        var play = InHearing().Wait(days: 10);

        Assert.Equal((CaseStatus.Completed, true), (play.Case.Status, play.Case.Facts.Conditions[Conditions.Deemed]));
        Assert.Equal("granted.txt", play.Case.Documents[0]);
        Assert.Null(play.Case.Deadline);
    }

    [Fact]
    public void A_hearing_that_ends_first_leads_back_to_the_desk_with_the_time_that_is_left()
    {
        var play = InHearing();
        var end = play.Case.Requests[0].Fiction!.Day;

        Assert.Equal(end, play.Supplement("answer").Task.Fiction?.Day);
        Assert.Equal(CaseStatus.Rejected, play.Reject(Bernd).Case.Status);
    }

    [Fact]
    public void What_the_law_has_approved_can_neither_be_changed_nor_withdrawn_nor_rejected_any_more()
    {
        var play = InHearing().Wait(days: 10);
        var (approved, task) = (play.Case, TaskId.For(Id, "assess", 2));

        play.Supplement("change", changes: true).Withdraw().Then(now => new CaseEvent.Rejected(task, Bernd, "late.txt") { At = now });

        Assert.Same(approved, play.Case);
    }

    [Fact]
    public void What_is_missing_on_another_way_stops_the_time_of_the_hearing_too_until_it_is_there()
    {
        var play = Start([new Step.Parallel { Id = "both", Branches = [[Heard], [new Step.Consult { Id = "ask", Offices = [new("fire", 200)] }]] }]);
        play.Wait(days: 85).Reject(Anna, play.Case.Tasks.Single(task => !task.IsOpinion));

        play.Ask(Bernd, play.Case.Tasks.Single());
        Assert.Null(Hearing(play).Fiction);
        play.Wait(days: 5).Supplement("papers", request: play.Case.Requests.Single(request => request.Kind == RequestKind.Information).Id);

        Assert.Equal(new DateOnly(2027, 5, 21), Hearing(play).Fiction?.Day); // complete on 21.02.2027
    }

    // After an outage people's acts come before the timer.
    [Fact]
    public void Nor_is_it_undone_by_what_comes_before_a_late_timer()
    {
        var (question, supplement, withdrawal) = (Late(asked: true), Late(), Late());

        question.Ask(Anna);
        supplement.Supplement("change", changes: true);
        withdrawal.Withdraw();

        Assert.Equal(("change", true), (Assert.Single(supplement.Case.LateSupplements), withdrawal.Case.LateWithdrawal));
        Assert.All([question, supplement, withdrawal], play => Assert.Equal((CaseStatus.Completed, true), (play.WaitFor(TimeSpan.Zero).Case.Status, play.Case.Facts.Conditions[Conditions.Deemed])));
    }

    private static Play Late(bool asked = false)
    {
        var play = asked ? Start(ThenTold) : InHearing();
        return play.SleepFor(TimeSpan.FromDays(100));
    }

    private static Play InHearing() => Start(ThenTold).Wait(days: 85).Reject(Anna); // 85 days of the three months are over, the hearing takes 30 more

    private static OpenRequest Hearing(Play play) => play.Case.Requests.Single(request => request.Kind == RequestKind.Hearing);
}
