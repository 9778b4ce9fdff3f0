using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.ForwardCase;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>A register names the Kommune that is responsible: no clerk has to look.</summary>
public sealed class ForwardByRegisterTests
{
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

    private static readonly Process ByRegister = new([new Step.Check { Id = "check", Register = "people", ForwardWhen = ["elsewhere"], RejectWhen = ["elsewhere"] }, Assess]);

    private static Advance Checked(Ags? responsible, bool elsewhere) =>
        Engine.Apply(ByRegister, Engine.Apply(ByRegister, Case.Begin(Id), new CaseEvent.Received { At = Noon }).Case, Answer(responsible, elsewhere));

    private static CaseEvent.Checked Answer(Ags? responsible, bool elsewhere) =>
        new("check", Facts.Of(new Dictionary<string, bool> { ["elsewhere"] = elsewhere })) { At = Noon, Responsible = responsible };
}
