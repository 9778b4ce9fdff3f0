using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Core.Tests.Cases;

/// <summary>Processes in which an application can be handed on to a neighbour.</summary>
internal static class ForwardCase
{
    public static readonly Ags Neighbour = new("06432007");

    public static readonly Step.Approve Assess = new() { Id = "assess", Group = "tax", DueInWorkingDays = 10, MayForward = true };
    public static readonly Step.Notify Elsewhere = new() { Id = "elsewhere", Message = "elsewhere", On = Verdict.Forwarded };

    public static Play Begin() => Play.Start(
    [
        Assess,
        new Step.Issue { Id = "permit", Document = "permit", On = Verdict.Approved },
        new Step.Issue { Id = "refusal", Document = "refusal", On = Verdict.Rejected },
        Elsewhere,
        new Step.Deliver { Id = "deliver", Target = "tax" },
        new Step.Notify { Id = "notify", Message = "result" },
    ]);

    public static Play Forward(Play play, Ags? to = null, OpenTask? task = null, int? upon = null) =>
        play.Then(now => new CaseEvent.Forwarded((task ?? play.Task).Id, Anna, to ?? Neighbour, "reasons/elsewhere.txt", upon ?? play.Case.Supplements.Count) { At = now });
}
