using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Catalogue.ArrangeCatalogue;

namespace Ozg.Core.Tests.Catalogue;

public sealed class LayeringTests
{
    private static readonly Process Standard = new(Steps());

    [Fact]
    public void Without_differences_the_process_stays_the_same() =>
        Assert.Equal(Standard.Steps, Apply(new Overlay()).Value.Steps);

    [Fact]
    public void Set_changes_only_the_fields_it_names()
    {
        var steps = Apply(Set("assess", """{"group":"ordnung","dueInWorkingDays":3}""")).Value.Steps;

        Assert.Equal(new Step.Approve { Id = "assess", Group = "ordnung", DueInWorkingDays = 3, FourEyesWhen = "teuer" }, steps[1]);
        Assert.Equal(Standard.Steps.Except([Standard.Steps[1]]), steps.Except([steps[1]]));
    }

    [Fact]
    public void Set_to_null_takes_an_optional_field_away() =>
        Assert.Null(Assert.IsType<Step.Approve>(Apply(Set("assess", """{"fourEyesWhen":null}""")).Value.Steps[1]).FourEyesWhen);

    [Fact]
    public void Inserted_steps_follow_their_anchor_in_their_order()
    {
        var inserted = Apply(new(InsertAfter: new Dictionary<string, IReadOnlyList<Step>>
        {
            ["assess"] = [new Step.Notify { Id = "one", Message = "nachricht" }, new Step.Notify { Id = "two", Message = "nachricht" }],
        }));

        Assert.Equal(["check", "assess", "one", "two", "issue", "deliver", "notify"], inserted.Value.Steps.Select(step => step.Id));
    }

    [Fact]
    public void A_step_is_replaced_by_removing_it_and_inserting_after_it()
    {
        var replaced = Apply(new(
            InsertAfter: new Dictionary<string, IReadOnlyList<Step>> { ["issue"] = [new Step.Notify { Id = "tell", Message = "nachricht" }] },
            Remove: ["issue"]));

        Assert.Equal(["check", "assess", "tell", "deliver", "notify"], replaced.Value.Steps.Select(step => step.Id));
    }

    [Fact]
    public void A_step_that_does_not_exist_is_told_with_the_layer()
    {
        var overlay = Set("asess", "{}") with
        {
            InsertAfter = new Dictionary<string, IReadOnlyList<Step>> { ["nowhere"] = [] },
            Remove = ["check", "never"],
        };

        var mistakes = Apply(overlay).Mistakes();

        Assert.Equal(["/set/asess", "/insertAfter/nowhere", "/remove/1"], mistakes.Select(mistake => mistake.Pointer));
        Assert.All(mistakes, mistake => Assert.Contains("06411000", mistake.What, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"grup":"ordnung"}""", "/set/assess/grup")]
    [InlineData("""{"dueInWorkingDays":"bald"}""", "/set/assess/dueInWorkingDays")]
    [InlineData("""{"group":null}""", "/set/assess")]
    [InlineData("""{"id":"other"}""", "/set/assess/id")]
    [InlineData("""{"kind":"issue"}""", "/set/assess/kind")]
    [InlineData("[]", "/set/assess")]
    public void A_change_that_the_step_cannot_take_is_told(string fields, string pointer) =>
        Assert.Equal(pointer, Assert.Single(Apply(Set("assess", fields)).Mistakes()).Pointer);

    [Fact]
    public void Steps_within_branches_are_changed_by_their_ids()
    {
        var nested = new Process([new Step.Branch
        {
            Id = "weg",
            If = "teuer",
            Then = [new Step.Approve { Id = "inner", Group = "amt", DueInWorkingDays = 5 }, new Step.Notify { Id = "gone", Message = "nachricht" }],
        }]);

        var changed = Layering.Apply(nested, Set("inner", """{"dueInWorkingDays":3}""") with
        {
            Remove = ["gone"],
            InsertAfter = new Dictionary<string, IReadOnlyList<Step>> { ["inner"] = [new Step.Notify { Id = "new", Message = "nachricht" }] },
        }, "06411000").Value;

        Assert.Equal(["weg", "inner", "new"], changed.All().Select(step => step.Id));
        Assert.Equal(3, Assert.IsType<Step.Approve>(changed.Find("inner")).DueInWorkingDays);
    }

    [Fact]
    public void A_step_is_not_changed_and_removed_at_once() =>
        Assert.Equal("/set/assess", Assert.Single(Apply(Set("assess", "{}") with { Remove = ["assess"] }).Mistakes()).Pointer);

    [Fact]
    public void A_layer_cannot_take_every_step_away() =>
        Assert.Contains("no step", Assert.Single(Apply(new(Remove: [.. Standard.Steps.Select(step => step.Id)])).Mistakes()).What, StringComparison.Ordinal);

    [Fact]
    public void A_review_is_changed_and_removed_by_its_id()
    {
        var changed = Layering.Apply(Reviewed, Set("review", """{"group":"ordnung"}"""), "06411000").Value;
        Assert.Equal("ordnung", ((Step.Approve)changed.Find("review")).Group);

        var removed = Layering.Apply(Reviewed, new Overlay(Remove: ["review"]), "06411000").Value;
        Assert.Null(Assert.IsType<Step.Wait>(Assert.Single(removed.Steps)).Review);
    }

    [Fact]
    public void A_review_stands_alone_in_its_wait()
    {
        var behind = new Overlay(InsertAfter: new Dictionary<string, IReadOnlyList<Step>> { ["review"] = [new Step.Notify { Id = "notify", Message = "nachricht" }] });

        Assert.Contains("put them behind 'wait'", Why(behind), StringComparison.Ordinal);
        Assert.Contains("by its id", Why(Set("wait", """{"review":null}""")), StringComparison.Ordinal);

        static string Why(Overlay overlay) => Assert.Single(((CatalogueMistakes)Layering.Apply(Reviewed, overlay, "06411000").Error).All).What;
    }

    private static readonly Process Reviewed =
        new([new Step.Wait { Id = "wait", WorkingDays = 10, Review = new() { Id = "review", Group = "amt", DueInWorkingDays = 5, RejectionMeans = "revoked" } }]);

    private static Outcome<Process> Apply(Overlay overlay) => Layering.Apply(Standard, overlay, "06411000");
}
