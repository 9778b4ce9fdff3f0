using CsCheck;
using Ozg.Core.Catalogue;
using Ozg.Core.Deadlines;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Core.Tests.Cases;

/// <summary>Processes of every shape with all that a step can say, each id once, on the conditions a, b and c, and on d, which a rejection may mean.</summary>
internal static class RandomProcess
{
    public static readonly string[] OwnConditions = ["a", "b", "c"];
    public static readonly Ags Neighbour = new("06432007");

    private const string Refused = "d";

    private static readonly Gen<string?> Condition = Maybe(Pick([.. OwnConditions, Refused, .. Conditions.BuiltIn]));

    private static readonly Gen<Verdict?> On = Pick<Verdict?>([null, null, null, Verdict.Approved, Verdict.Rejected, Verdict.Forwarded]);

    private static readonly Gen<Office> Office =
        Gen.Select(Pick(["x", "y"]), Gen.Int[1, 20], Condition, Pick<OfficeAnswer?>([null, .. Enum.GetValues<OfficeAnswer>()]), Pick<Ags?>([null, null, Neighbour]))
            .Select((group, due, when, silent, partner) => new Office(group, due) { When = when, IfSilent = silent, Partner = partner, GraceInWorkingDays = due % 2 == 0 ? due : null });

    // What an approval and a review can say alike.
    private static readonly Gen<Step.Approve> Asked = Gen.Select(
            Condition, Pick<SecondPair?>([null, null, new("y"), new("y", Neighbour)]), Gen.Bool, Pick<string?>([null, "y", "z"]), Pick<int?>([null, 5]), Pick<int?>([null, 30]))
        .Select((four, second, hearing, escalate, remind, answer) => new Step.Approve
        {
            Id = "",
            Group = "x",
            DueInWorkingDays = 10,
            FourEyesWhen = four,
            Second = second,
            Hearing = hearing ? new(14) : null,
            EscalateTo = escalate,
            RemindInWorkingDays = remind,
            AnswerInDays = answer,
        });

    private static readonly Gen<Fiction?> Fiction = Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Bool)
        .Select((months, moves, extendable) => months == 0 ? null : new Fiction("law", Period.Months(months), moves, extendable ? Period.Months(1) : null));

    private static readonly Gen<Step> Leaf = Gen.OneOf<Step>(
        Gen.Select(Pick<IReadOnlyList<string>?>([null, ["a"]]), Pick<bool?>([null, true]), Pick<IReadOnlyList<string>?>([null, null, ["a"], ["b"]]))
            .Select((reject, reserves, forward) => (Step)new Step.Check { Id = "", RejectWhen = reject, Reserves = reserves, ForwardWhen = forward }),
        Gen.Select(Office.Array[1, 3], Pick<string?>([null, "x", "z"]))
            .Select((offices, escalate) => (Step)new Step.Consult { Id = "", Offices = offices, Quorum = offices.Length > 1 ? 1 : null, EscalateTo = escalate }),
        Gen.Select(Asked, Fiction, Pick<string?>([null, null, Refused]), Pick<bool?>([null, true]))
            .Select((asked, fiction, part, forwards) => (Step)(asked with { MayChange = ["/field"], DeemedApproval = fiction, RejectionMeans = part, MayForward = forwards })),
        Pick<string?>([null, "treasury", "treasury"]).Select(refundTo => (Step)new Step.Pay { Id = "", Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = refundTo }),
        Gen.Const((Step)new Step.Issue { Id = "", Document = "document" }),
        Gen.Const((Step)new Step.Deliver { Id = "", Target = "office" }),
        Gen.Const((Step)new Step.Notify { Id = "", Message = "message" }),
        Gen.Select(Gen.Bool, Gen.Bool, Asked).Select((date, reviewed, asked) => (Step)new Step.Wait
        {
            Id = "",
            Until = date ? "end" : null,
            WorkingDays = date ? null : 30,
            Review = reviewed ? asked with { RejectionMeans = Refused } : null,
        }));

    /// <summary>A process with one to some dozen steps, up to three levels deep.</summary>
    public static readonly Gen<Process> Any = Gen.Select(
            Steps(depth: 2).Where(steps => steps.Count > 0), Pick<Regime?>([null, .. Enum.GetValues<Regime>()]), Gen.Bool, Pick<int?>([null, Process.NewestEdition, Process.NewestEdition]))
        .Select((steps, regime, closes, edition) => new Process(Named(steps, new())) { Regime = regime, Edition = edition, ClosingDays = closes ? [new(2026, 11, 27), new(2026, 12, 28)] : null });

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
