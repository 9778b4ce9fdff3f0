using CsCheck;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>Processes of every shape, each id once, on the conditions a, b and c.</summary>
internal static class RandomProcess
{
    public static readonly string[] OwnConditions = ["a", "b", "c"];

    private static readonly Gen<string?> Condition = Maybe(Pick([.. OwnConditions, .. Conditions.BuiltIn]));

    private static readonly Gen<Verdict?> On = Pick<Verdict?>([null, null, null, Verdict.Approved, Verdict.Rejected]);

    private static readonly Gen<Office> Office =
        Gen.Select(Pick(["x", "y"]), Gen.Int[1, 20], Condition, Pick<OfficeAnswer?>([null, .. Enum.GetValues<OfficeAnswer>()]))
            .Select((group, due, when, silent) => new Office(group, due) { When = when, IfSilent = silent });

    private static readonly Gen<Step> Leaf = Gen.OneOf<Step>(
        Gen.Select(Pick<IReadOnlyList<string>?>([null, ["a"]]), Pick<bool?>([null, true])).Select((reject, reserves) => (Step)new Step.Check { Id = "", RejectWhen = reject, Reserves = reserves }),
        Gen.Select(Office.Array[1, 3], Pick<string?>([null, "x", "z"]))
            .Select((offices, escalate) => (Step)new Step.Consult { Id = "", Offices = offices, Quorum = offices.Length > 1 ? 1 : null, EscalateTo = escalate }),
        Gen.Select(Condition, Gen.Bool, Gen.Bool, Gen.Bool, Pick<string?>([null, null, "c"])).Select((four, hearing, fiction, remind, part) => (Step)new Step.Approve
        {
            Id = "",
            Group = "x",
            DueInWorkingDays = 10,
            MayChange = ["/field"],
            FourEyesWhen = four,
            RejectionMeans = part,
            Hearing = hearing ? new(14) : null,
            DeemedApproval = fiction ? new("law", Period.Months(3), EndMoves: true, Period.Months(1)) : null,
            RemindInWorkingDays = remind ? 5 : null,
            EscalateTo = remind ? "y" : null,
        }),
        Pick<string?>([null, "treasury", "treasury"]).Select(refundTo => (Step)new Step.Pay { Id = "", Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = refundTo }),
        Gen.Const((Step)new Step.Issue { Id = "", Document = "document" }),
        Gen.Const((Step)new Step.Deliver { Id = "", Target = "office" }),
        Gen.Const((Step)new Step.Notify { Id = "", Message = "message" }),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Condition).Select((date, reviewed, hearing, four) => (Step)new Step.Wait
        {
            Id = "",
            Until = date ? "end" : null,
            WorkingDays = date ? null : 30,
            Review = reviewed ? new() { Id = "", Group = "x", DueInWorkingDays = 10, FourEyesWhen = four, Hearing = hearing ? new(14) : null, RejectionMeans = "c" } : null,
        }));

    /// <summary>A process with one to some dozen steps, up to three levels deep.</summary>
    public static readonly Gen<Process> Any = Gen.Select(Steps(depth: 2).Where(steps => steps.Count > 0), Pick<Regime?>([null, .. Enum.GetValues<Regime>()]))
        .Select((steps, regime) => new Process(Named(steps, new())) { Regime = regime });

    private static Gen<IReadOnlyList<Step>> Steps(int depth) => Single(depth).Array[0, 4].Select(steps => (IReadOnlyList<Step>)steps);

    private static Gen<Step> Single(int depth)
    {
        var shape = depth == 0 ? Leaf : Gen.OneOf(
            Leaf, Leaf, Leaf,
            Gen.Select(Steps(depth - 1), Steps(depth - 1)).Select((then, other) => (Step)new Step.Branch { Id = "", If = "b", Then = then, Else = other }),
            Steps(depth - 1).Array[2, 3].Select(branches => (Step)new Step.Parallel { Id = "", Branches = branches }));
        return Gen.Select(shape, Condition, Condition, On).Select((step, when, unless, on) => step with { When = when, Unless = unless == Conditions.Always ? null : unless, On = on });
    }

    private static List<Step> Named(IReadOnlyList<Step> steps, List<int> used) => [.. steps.Select(step => Named(step, used))];

    private static Step Named(Step step, List<int> used)
    {
        used.Add(0);
        var named = step with { Id = $"s{used.Count}" };
        return named switch
        {
            Step.Branch branch => branch with { Then = Named(branch.Then, used), Else = Named(branch.Else ?? [], used) },
            Step.Wait { Review: { } review } wait => wait with { Review = (Step.Approve)Named(review, used) },
            Step.Parallel parallel => parallel with { Branches = [.. parallel.Branches.Select(way => Named(way, used))] },
            _ => named,
        };
    }

    public static Gen<T> Pick<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private static Gen<string?> Maybe(Gen<string> gen) => Gen.Select(Gen.Int[0, 2], gen).Select((some, value) => some == 0 ? value : null);
}
