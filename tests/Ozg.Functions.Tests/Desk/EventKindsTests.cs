using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using Ozg.Core.Tests.Cases;
using Ozg.Functions.Desk;
using Ozg.Platform.Cases;
using Ozg.Tests;

namespace Ozg.Functions.Tests.Desk;

/// <summary>What the case file shows of every kind: a new kind fails here until somebody has decided what to show.</summary>
public sealed class EventKindsTests
{
    // A task changes hands without a word.
    private static readonly Type[] WithoutWords = [typeof(CaseEvent.Claimed), typeof(CaseEvent.Released), typeof(CaseEvent.Delegated)];

    public static TheoryData<Type> Events => Kinds.All<CaseEvent>();

    [Theory]
    [MemberData(nameof(Events))]
    public void What_a_clerk_says_with_an_act_can_be_read(Type kind)
    {
        var happened = Kinds.Sample<CaseEvent>(kind);
        var says = kind.GetProperty("By") is not null && !WithoutWords.Contains(kind);

        Assert.Equal(says ? (Kinds.NameOf(kind), Kinds.It) : null, CaseFileWords.ToRead(happened) is { } words ? (words.Kind, words.Text) : ((string, string)?)null);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void The_journal_names_every_kind(Type kind)
    {
        var line = JsonSerializer.SerializeToElement(new JournalLine(1, "", Kinds.Sample<CaseEvent>(kind)), DeskJson.Default.JournalLine);

        Assert.Equal(Kinds.NameOf(kind), line.GetProperty("event").GetProperty("kind").GetString());
    }

    [Fact]
    public void What_is_still_to_be_given_back_is_shown_by_its_kind()
    {
        var ended = Case.Begin(Kinds.Id) with { Returns = [.. Kinds.Of<OpenReturn>().Select(Kinds.Sample<OpenReturn>)] };

        Assert.Equal(Enum.GetValues<CaseFileReturnKind>().ToHashSet(), CaseFileReturn.All(ended).Select(one => one.Kind).ToHashSet());
    }

    [Fact]
    public void Every_outcome_that_a_task_takes_becomes_an_event_of_its_own_that_the_engine_takes()
    {
        var approval = new Step.Approve { Id = "assess", Group = "tax", DueInWorkingDays = 10, MayForward = true, DeemedApproval = new("law", Period.Months(3), EndMoves: true, ExtendableBy: Period.Months(1)) };

        Assert.All([Play.Start([approval]), Play.Start([new Step.Consult { Id = "ask", Offices = [new("tax", 10)] }])], play =>
        {
            var row = new DeskTask(play.Task, "dog-tax", "DA-1", Open: true, Extendable: true, default) { MayForward = !play.Task.IsOpinion };
            var outcomes = DecisionRules.OutcomesOf(row, play.Now);
            var events = outcomes.Select(outcome => DecisionRules.EventOf(new(outcome, "reason", [], new("06432007")), play.Task, Play.Anna, "tax", "words", altered: null, upon: 0, play.Now)).ToList();

            Assert.Equal(outcomes.Count, events.Distinct().Count());
            Assert.All(events, happened => Assert.NotEqual(play.Case.Version, Engine.Apply(play.Process, play.Case, happened).Case.Version));
        });
    }
}
