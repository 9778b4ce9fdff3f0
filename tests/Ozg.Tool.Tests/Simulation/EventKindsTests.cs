using System.Text.Json;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;
using Ozg.Tests;
using Ozg.Tool.Rehearsal;
using Ozg.Tool.Simulation;

namespace Ozg.Tool.Tests.Simulation;

/// <summary>What the tool says of every kind of event, effect and return: a new kind fails here until somebody has decided what to say.</summary>
public sealed class EventKindsTests : IDisposable
{
    // Who did it beside the clerks, whom the event names.
    private static readonly Dictionary<string, Type[]> Doers = new()
    {
        ["applicant"] = [typeof(CaseEvent.Received), typeof(CaseEvent.Supplemented), typeof(CaseEvent.Withdrawn), typeof(CaseEvent.BackFromPayment)],
        ["process"] = [typeof(CaseEvent.Checked), typeof(CaseEvent.Issued), typeof(CaseEvent.Published), typeof(CaseEvent.Notified), typeof(CaseEvent.HandedOver), typeof(CaseEvent.RefundOrdered)],
        ["payment"] = [typeof(CaseEvent.PaymentRequested), typeof(CaseEvent.PaymentSeen)],
        ["register"] = [typeof(CaseEvent.Freed)],
        ["back-office"] = [typeof(CaseEvent.Delivered)],
        ["calendar"] = [typeof(CaseEvent.DeadlinePassed)],
    };

    // What a rehearsal compares of an effect: of these it is the step alone.
    private static readonly Type[] TheStepAlone = [typeof(Effect.Check), typeof(Effect.Free)];

    private readonly TestCatalogue _catalogue = new();

    public static TheoryData<Type> Events => Kinds.All<CaseEvent>();

    public static TheoryData<Type> Effects => Kinds.All<Effect>();

    public static TheoryData<Type> Returns => Kinds.All<OpenReturn>();

    public void Dispose() => _catalogue.Dispose();

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_kind_of_event_has_its_words_and_its_doer(Type kind)
    {
        var happened = Kinds.Sample<CaseEvent>(kind);
        var one = Told(happened, []);

        Assert.False(string.IsNullOrWhiteSpace(EventText.What(one)));
        Assert.Equal(
            kind.GetProperty("By") is null ? Doers.Single(doer => doer.Value.Contains(kind)).Key : "it i. V. it (06411000)",
            EventText.Who(one));
    }

    [Fact]
    public void Every_status_of_a_payment_has_its_words()
    {
        var words = new Dictionary<PaymentStatus, string>
        {
            [PaymentStatus.Initial] = "it: not paid in time",
            [PaymentStatus.Booked] = "it: paid",
            [PaymentStatus.Failed] = "it: did not work",
            [PaymentStatus.Canceled] = "it: did not work",
        };

        Assert.All(Enum.GetValues<PaymentStatus>(), status =>
            Assert.Equal(words[status], EventText.What(Told(new CaseEvent.PaymentSeen(Kinds.It, "transaction", status) { At = Kinds.Noon }, []))));
    }

    [Theory]
    [MemberData(nameof(Returns))]
    public void Every_kind_of_return_is_told_and_compared(Type kind)
    {
        var played = new SimulatedCase(Kinds.Id, [Told(new CaseEvent.Withdrawn { At = Kinds.Noon }, [Kinds.Sample<OpenReturn>(kind)])]);

        Assert.StartsWith("→ ", Timeline.Of(played).ElementAt(1).Trim(), StringComparison.Ordinal);
        Assert.Contains($" {Kinds.It}", Assert.Single(StateDigest.Of(played.End).Pending), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void Every_kind_of_effect_is_carried_out(Type kind)
    {
        var offer = _catalogue.Offer();
        var agenda = new Agenda();
        var application = offer.Leistung.Examples[0].On(TestCatalogue.Today);
        var world = new World(offer.Plan, new(offer, new(application, LegalTime.DayOf(Kinds.Noon), [], offer.Plan.Calendar)), new(), agenda);
        var check = offer.Plan.Process.All().OfType<Step.Check>().First().Id;

        world.CarryOut([Kinds.Sample<Effect>(kind) with { Step = check }], Kinds.Noon);

        Assert.Equal(AnswerTo(kind), agenda.Take(Case.Begin(Kinds.Id))?.GetType());
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void A_rehearsal_compares_more_of_an_effect_than_its_step_unless_there_is_no_more(Type kind)
    {
        var digest = Assert.Single(EffectDigest.Of([Kinds.Sample<Effect>(kind)]));

        Assert.StartsWith($"{JsonNamingPolicy.CamelCase.ConvertName(kind.Name)} {Kinds.It}", digest, StringComparison.Ordinal);
        Assert.Equal(TheStepAlone.Contains(kind), digest.Split(' ').Length == 2);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_kind_of_event_is_recorded_and_read_again(Type kind)
    {
        Assert.All([Kinds.Sample<CaseEvent>(kind), Kinds.Bare<CaseEvent>(kind)], happened =>
        {
            var json = JsonSerializer.Serialize(happened, HistoryJson.Default.CaseEvent);

            Assert.Contains($"\"kind\":\"{Kinds.NameOf(kind)}\"", json, StringComparison.Ordinal);
            Assert.Equivalent(happened, JsonSerializer.Deserialize(json, HistoryJson.Default.CaseEvent), strict: true);
        });
    }

    // The effects say so themselves, in their comments.
    private static Type AnswerTo(Type effect) => effect.Name switch
    {
        nameof(Effect.Check) => typeof(CaseEvent.Checked),
        nameof(Effect.Issue) => typeof(CaseEvent.Issued),
        nameof(Effect.Publish) => typeof(CaseEvent.Published),
        nameof(Effect.Notify) => typeof(CaseEvent.Notified),
        nameof(Effect.RequestPayment) => typeof(CaseEvent.PaymentRequested),
        nameof(Effect.AskPayment) => typeof(CaseEvent.PaymentSeen),
        nameof(Effect.Refund) => typeof(CaseEvent.RefundOrdered),
        nameof(Effect.HandOver) => typeof(CaseEvent.HandedOver),
        nameof(Effect.Free) => typeof(CaseEvent.Freed),
        _ => throw new System.Diagnostics.UnreachableException($"What answers {effect.Name}?"),
    };

    private static SimulatedEvent Told(CaseEvent happened, IReadOnlyList<OpenReturn> returns)
    {
        var before = Case.Begin(Kinds.Id);
        return new(happened, before, before with { Status = CaseStatus.Withdrawn, Returns = returns }, []);
    }
}
