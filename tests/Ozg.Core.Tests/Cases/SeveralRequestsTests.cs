using Ozg.Core.Cases;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>Two offices ask at the same time.</summary>
public sealed class SeveralRequestsTests
{
    [Fact]
    public void An_answer_to_one_question_leaves_the_others_open_and_their_time_running()
    {
        var play = AskedTwice();
        var (roads, fire) = (play.Case.Requests[0], play.Case.Requests[1]);

        play.Wait(days: 3).Supplement("s1", request: roads.Id);

        Assert.Equal((CaseStatus.AwaitingApplicant, fire), (play.Case.Status, Assert.Single(play.Case.Requests)));
        Assert.Equal([false, true], play.Case.Tasks.Select(task => task.SuspendedOn is not null));
        Assert.Empty(play.Wait(days: 15).Case.Requests);
    }

    [Fact]
    public void An_answer_that_names_no_question_answers_all() => Assert.Empty(AskedTwice().Supplement("s1").Case.Requests);

    [Fact]
    public void An_answer_to_a_question_that_is_closed_by_then_is_taken_in_and_answers_no_other()
    {
        var play = AskedTwice();
        var closed = play.Case.Requests[0].Id;
        play.Supplement("s1", request: closed).Supplement("s2", request: closed);

        Assert.Equal(["s1", "s2"], play.Case.Supplements);
        Assert.Single(play.Case.Requests);
    }

    [Fact]
    public void The_papers_are_complete_only_when_nothing_is_asked_any_more()
    {
        var play = AskedTwice();

        play.Supplement("s1", request: play.Case.Requests[0].Id);
        Assert.Null(play.Case.CompleteOn);

        Assert.NotNull(play.Supplement("s2", request: play.Case.Requests[0].Id).Case.CompleteOn);
    }

    private static Play AskedTwice()
    {
        var play = Start([new Step.Consult { Id = "consult", Offices = [new("roads", 5), new("fire", 5)] }]);
        return play.Ask(Anna, play.Case.Tasks[0]).Ask(Bernd, play.Case.Tasks[1]);
    }
}
