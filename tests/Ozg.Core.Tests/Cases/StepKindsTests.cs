using System.Collections;
using Ozg.Core.Cases;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Core.Tests.Catalogue;
using Ozg.Tests;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>What is said of every kind of step: a new kind fails here until somebody has decided what it is.</summary>
public sealed class StepKindsTests
{
    private static readonly Type[] AsksSomebody = [typeof(Step.Consult), typeof(Step.Approve), typeof(Step.Pay), typeof(Step.Wait)];
    private static readonly Type[] RunsByItself = [typeof(Step.Check), typeof(Step.Issue), typeof(Step.Deliver), typeof(Step.Notify)];
    private static readonly Type[] HoldsOthers = [typeof(Step.Branch), typeof(Step.Parallel)];

    public static TheoryData<Type> Steps => Kinds.All<Step>();

    [Fact]
    public void Of_every_kind_it_is_decided_whether_a_rejected_application_still_takes_it() => Kinds.AreSorted<Step>(AsksSomebody, RunsByItself, HoldsOthers);

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_rejected_application_is_not_asked_for_anything_more(Type kind)
    {
        var play = Start([new Step.Check { Id = "first", RejectWhen = ["sold-out"] }, Kinds.Taken(kind), new Step.Wait { Id = "last", WorkingDays = 1, On = Verdict.Rejected }], Known("sold-out"));

        Assert.Equal(AsksSomebody.Contains(kind), !play.Effects.Skip(1).Any() && play.Case.Steps is ["last"]);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_kind_is_stored_in_a_plan_and_read_again(Type kind)
    {
        Assert.All([Kinds.Sample<Step>(kind), Kinds.Bare<Step>(kind)], step =>
        {
            var read = PlanHash.Read(PlanHash.Write(ArrangeCatalogue.Plan() with { Process = new([step]) })).Process.Steps[0];

            Assert.Equal(kind, read.GetType());
            Assert.Equivalent(step, read, strict: true);
        });
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void What_a_step_holds_is_found_by_all_who_look(Type kind)
    {
        var step = Kinds.Sample<Step>(kind);
        var held = HeldBy(step).Select(inner => inner.Id).Prepend(step.Id).ToList();

        Assert.Equal(held, new Process([step]).All().Select(one => one.Id));
        Assert.Equal(held, StepPlace.All([step]).Select(one => one.Step.Id));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void The_picture_of_a_case_calls_a_step_as_the_catalogue_does(Type kind) =>
        Assert.Equal(Kinds.NameOf(kind), ProcessPicture.Of(new([Kinds.Sample<Step>(kind)]), Id, [])[0].Kind);

    [Theory]
    [MemberData(nameof(Steps))]
    public void Whatever_group_a_step_names_has_part_in_it(Type kind)
    {
        var step = Kinds.Bare<Step>(kind);
        var named = step.GetType().GetProperties().Where(property => property.Name is "Group" or "Offices").ToList();

        Assert.Equal(named.Count > 0, new Process([step]).GroupsOf(step.Id).Contains(Kinds.It));
    }

    private static Facts Known(string condition) => new(
        new Dictionary<string, bool> { [condition] = true }, new Dictionary<string, long> { [Kinds.It] = 100 }, new Dictionary<string, DateOnly> { [Kinds.It] = new(2027, 1, 1) });

    // Whatever the fields are called that hold them.
    private static IEnumerable<Step> HeldBy(object value) => value.GetType().GetProperties().Select(property => property.GetValue(value)).SelectMany(held => held switch
    {
        Step step => [step, .. HeldBy(step)],
        IEnumerable several and not string => Flat(several).OfType<Step>().SelectMany(step => HeldBy(step).Prepend(step)),
        _ => [],
    });

    private static IEnumerable<object> Flat(IEnumerable several) =>
        several.Cast<object>().SelectMany(one => one is IEnumerable inner and not string ? Flat(inner) : [one]);
}
