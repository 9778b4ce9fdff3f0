using Ozg.Core.Cases;
using Ozg.Core.Processes;
using Ozg.Tests;

namespace Ozg.Core.Tests.Cases;

/// <summary>What is said of every kind of event: a new kind fails here until somebody has decided what it is.</summary>
public sealed class EventKindsTests
{
    // What the process does itself is never stored before it is raised.
    private static readonly Type[] OwnDoing =
    [
        typeof(CaseEvent.Received), typeof(CaseEvent.Checked), typeof(CaseEvent.DeadlinePassed), typeof(CaseEvent.PaymentRequested), typeof(CaseEvent.PaymentSeen),
        typeof(CaseEvent.Issued), typeof(CaseEvent.Published), typeof(CaseEvent.Notified), typeof(CaseEvent.RefundOrdered), typeof(CaseEvent.Freed), typeof(CaseEvent.HandedOver),
    ];

    private static readonly Type[] FromOutside =
    [
        typeof(CaseEvent.Claimed), typeof(CaseEvent.Released), typeof(CaseEvent.Delegated), typeof(CaseEvent.Approved), typeof(CaseEvent.Rejected), typeof(CaseEvent.ReviewOpened),
        typeof(CaseEvent.Answered), typeof(CaseEvent.InformationRequested), typeof(CaseEvent.Extended), typeof(CaseEvent.Supplemented), typeof(CaseEvent.Withdrawn),
        typeof(CaseEvent.BackFromPayment), typeof(CaseEvent.Delivered), typeof(CaseEvent.Forwarded),
    ];

    // What belongs to giving back what the case took; ReturnTests say what becomes of it.
    private static readonly Type[] HeededAfterTheEnd =
    [
        typeof(CaseEvent.BackFromPayment), typeof(CaseEvent.PaymentSeen), typeof(CaseEvent.RefundOrdered), typeof(CaseEvent.Delivered), typeof(CaseEvent.Freed), typeof(CaseEvent.DeadlinePassed),
    ];

    private static readonly Type[] NotHeededAfterTheEnd =
    [
        typeof(CaseEvent.Received), typeof(CaseEvent.Checked), typeof(CaseEvent.Claimed), typeof(CaseEvent.Released), typeof(CaseEvent.Delegated), typeof(CaseEvent.Approved),
        typeof(CaseEvent.Rejected), typeof(CaseEvent.ReviewOpened), typeof(CaseEvent.Answered), typeof(CaseEvent.InformationRequested), typeof(CaseEvent.Extended),
        typeof(CaseEvent.Supplemented), typeof(CaseEvent.Withdrawn), typeof(CaseEvent.PaymentRequested), typeof(CaseEvent.Issued), typeof(CaseEvent.Published), typeof(CaseEvent.Notified),
        typeof(CaseEvent.Forwarded), typeof(CaseEvent.HandedOver),
    ];

    private static readonly Process Approving = new([new Step.Approve { Id = Kinds.It, Group = "tax", DueInWorkingDays = 10 }]);
    private static readonly Process Paying = new([new Step.Pay { Id = Kinds.It, Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = "treasury" }]);

    public static TheoryData<Type> Events => Kinds.All<CaseEvent>();

    [Theory]
    [MemberData(nameof(Events))]
    public void The_engine_knows_every_kind_while_the_case_is_open(Type kind)
    {
        var open = Engine.Apply(Approving, Case.Begin(Kinds.Id), new CaseEvent.Received { At = Kinds.Noon }).Case;

        Assert.InRange(Engine.Apply(Approving, open, Kinds.Sample<CaseEvent>(kind)).Case.Version, open.Version, open.Version + 1);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void After_the_end_only_what_belongs_to_giving_back_changes_anything(Type kind)
    {
        var ended = Ended();

        var after = Engine.Apply(Paying, ended, Kinds.Sample<CaseEvent>(kind)).Case;

        Assert.True(HeededAfterTheEnd.Contains(kind) || ReferenceEquals(ended, after));
    }

    [Fact]
    public void Of_every_kind_it_is_decided_whether_it_counts_after_the_end() => Kinds.AreSorted<CaseEvent>(HeededAfterTheEnd, NotHeededAfterTheEnd);

    [Fact]
    public void Of_every_kind_it_is_decided_whether_it_comes_from_outside() => Kinds.AreSorted<CaseEvent>(OwnDoing, FromOutside);

    [Theory]
    [MemberData(nameof(Events))]
    public void What_comes_from_outside_is_stored_under_an_id_of_its_own(Type kind) =>
        Assert.Equal(FromOutside.Contains(kind), Kinds.Sample<CaseEvent>(kind).StoredAs is not null);

    [Theory]
    [MemberData(nameof(Events))]
    public void Whatever_somebody_at_a_desk_did_is_told_as_their_act(Type kind)
    {
        var happened = Kinds.Sample<CaseEvent>(kind);
        var by = kind.GetProperty("By");

        var act = ClerkAct.Of(happened);

        Assert.Equal(by is null ? null : Kinds.NameOf(kind), act?.Kind);
        if (act is not null)
            Assert.Equal((TaskId.For(Kinds.Id, Kinds.It, 1), by!.GetValue(happened), Kinds.Noon), (act.Task, act.By, act.At));
    }

    // Something of every kind is left to give back.
    private static Case Ended() => Case.Begin(Kinds.Id) with
    {
        Version = 1,
        Status = CaseStatus.Withdrawn,
        Returns = [.. Kinds.Of<OpenReturn>().Select(Kinds.Sample<OpenReturn>)],
    };
}
