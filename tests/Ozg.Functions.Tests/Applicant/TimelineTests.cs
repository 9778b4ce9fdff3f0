using System.Globalization;
using System.Resources;
using Ozg.Core.Cases;
using Ozg.Core.Deadlines;
using Ozg.Core.Processes;
using Ozg.Core.Submissions;
using Ozg.Core.Tests.Cases;
using Ozg.Functions.Intake;
using Ozg.Platform.Cases;
using Ozg.Tests;
using static Ozg.Core.Tests.Cases.Play;

namespace Ozg.Functions.Tests.Applicant;

/// <summary>What the applicant is told: a new kind of event, and a new sentence, fail here until somebody has decided when it is told.</summary>
public sealed class TimelineTests
{
    private static readonly Type[] Told =
    [
        typeof(CaseEvent.Checked), typeof(CaseEvent.InformationRequested), typeof(CaseEvent.ReviewOpened), typeof(CaseEvent.Extended), typeof(CaseEvent.Supplemented),
        typeof(CaseEvent.PaymentRequested), typeof(CaseEvent.Issued), typeof(CaseEvent.Notified), typeof(CaseEvent.HandedOver), typeof(CaseEvent.RefundOrdered),
    ];

    // By what comes of it; the sentences below say when.
    private static readonly Type[] ToldInSomeCases =
        [typeof(CaseEvent.Approved), typeof(CaseEvent.Rejected), typeof(CaseEvent.Forwarded), typeof(CaseEvent.Withdrawn), typeof(CaseEvent.PaymentSeen), typeof(CaseEvent.Delivered)];

    // The receipt is told from the manifest; who did what in the Kommune, and what runs by itself, is nothing to the applicant.
    private static readonly Type[] NotTold =
    [
        typeof(CaseEvent.Received), typeof(CaseEvent.Claimed), typeof(CaseEvent.Released), typeof(CaseEvent.Delegated), typeof(CaseEvent.Answered), typeof(CaseEvent.DeadlinePassed),
        typeof(CaseEvent.BackFromPayment), typeof(CaseEvent.Published), typeof(CaseEvent.Freed),
    ];

    private static readonly ResourceManager Words = new("Ozg.Functions.Intake.Timeline", typeof(OzgFunctions).Assembly);
    private static readonly Facts Fee = new(new Dictionary<string, bool>(), new Dictionary<string, long> { ["fee"] = 900 }, new Dictionary<string, DateOnly>());

    private static readonly Step Check = new Step.Check { Id = "check" };
    private static readonly Step.Approve Assess = new() { Id = "assess", Group = "roads", DueInWorkingDays = 10, MayChange = ["/a"] };
    private static readonly Step.Approve Heard = Assess with { Hearing = new(14) };
    private static readonly Step.Approve Extendable = Assess with { DeemedApproval = new("law", Period.Months(3), EndMoves: true, ExtendableBy: Period.Months(1)) };
    private static readonly Step Pay = new Step.Pay { Id = "pay", Amount = "fee", Purpose = "Fee", DueInDays = 14, RefundTo = "treasury" };
    private static readonly Step.Approve Elsewhere = Assess with { MayForward = true };
    private static readonly Step Permit = new Step.Issue { Id = "permit", Document = "permit" };
    private static readonly Step Deliver = new Step.Deliver { Id = "deliver", Target = "office" };
    private static readonly Step Wait = new Step.Wait
    {
        Id = "wait", WorkingDays = 100, Review = new() { Id = "review", Group = "roads", DueInWorkingDays = 10, Hearing = new(14), RejectionMeans = "revoked" },
    };

    /// <summary>A case for every sentence, by its name in the resource files.</summary>
    private static readonly Dictionary<string, Func<Play>> Cases = new()
    {
        ["received"] = () => Start([Assess]),
        ["checked"] = () => Start([Check, Assess]),
        ["informationRequested"] = () => Start([Assess]).Ask(Anna),
        ["hearing"] = () => Start([Heard]).Reject(Anna),
        ["extended"] = () => Start([Extendable]) is var play ? play.Then(now => new CaseEvent.Extended(play.Task.Id, Anna, "reasons/1.txt") { At = now }) : play,
        ["supplemented"] = () => Start([Assess]).Supplement("s1"),
        ["supplementedLate"] = () => Start([Wait]).Supplement("s1"),
        ["paymentRequested"] = () => Start([Check, Pay], Fee),
        ["paymentRequestedInPart"] = () => Start([Check, Assess, Pay], Fee).Alter(Anna, "less"),
        ["paid"] = () => Paying(PaymentStatus.Booked),
        ["paymentFailed"] = () => Paying(PaymentStatus.Failed),
        ["refundOrdered"] = () => Paying(PaymentStatus.Booked).Reject(Anna),
        ["issued"] = () => Start([Permit]),
        ["delivered"] = () => Start([Deliver]).Acknowledge("deliver"),
        ["notified"] = () => Start([new Step.Notify { Id = "tell", Message = "tell" }]),
        ["granted"] = () => Granted(),
        ["grantedInPart"] = () => Start([Assess, Permit, Wait]).Alter(Anna, "less"),
        ["reviewOpened"] = () => Granted().Review(Anna),
        ["kept"] = () => Granted().Review(Anna).Approve(Bernd),
        ["revocationHearing"] = () => Granted().Review(Anna).Reject(Bernd),
        ["revoked"] = () => Revoked(),
        ["completedRevoked"] = () => Revoked(),
        ["completed"] = () => Start([Assess]).Approve(Anna),
        ["rejected"] = () => Start([Assess]).Reject(Anna),
        ["rejectedUnpaid"] = () => Start([Check, Pay], Fee).Wait(days: 20),
        ["withdrawn"] = () => Start([Assess]).Withdraw(),
        ["withdrawnUnpaid"] = () => Start([Check, Pay], Fee).Withdraw(),
        ["withdrawnLate"] = () => Start([Deliver]).Withdraw(),
        ["receivedFrom"] = () => Start([Assess]),
        ["forwarding"] = () => Forwarded(),
        ["forwarded"] = () => Forwarded(),
        ["forwardedUnpaid"] = () => Forwarded(Start([Check, new Step.Parallel { Id = "both", Branches = [[Pay], [Elsewhere]] }], Fee)),
        ["withdrawnForwarded"] = () => OnItsWay().Withdraw(),
        ["supplementedForwarded"] = () => OnItsWay().Supplement("s1"),
    };

    public static TheoryData<Type> Events => Kinds.All<CaseEvent>();

    public static TheoryData<string, string> Sentences
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var name in new[] { "de", "en" }.SelectMany(Keys).Distinct())
            {
                data.Add(name, "de");
                data.Add(name, "en");
            }

            return data;
        }
    }

    [Fact]
    public void Of_every_kind_it_is_decided_whether_the_applicant_is_told() => Kinds.AreSorted<CaseEvent>(Told, ToldInSomeCases, NotTold);

    [Theory]
    [MemberData(nameof(Events))]
    public void What_concerns_the_applicant_is_told_and_nothing_else(Type kind)
    {
        var process = new Process([Assess with { Id = Kinds.It }]);

        var told = Timeline.Of(Kinds.Sample<Manifest>(typeof(Manifest)), process, Case.Begin(Kinds.Id), [new(1, "", Kinds.Sample<CaseEvent>(kind))], [], CultureInfo.InvariantCulture);

        Assert.True(ToldInSomeCases.Contains(kind) || Told.Contains(kind) == told.Count > 1);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_sentence_is_there_in_both_languages_and_told_in_some_case(string name, string language)
    {
        var sentence = TextsOf(language).GetString(name);

        Assert.False(string.IsNullOrWhiteSpace(sentence));
        var manifest = Kinds.Sample<Manifest>(typeof(Manifest)) with { Id = Id };
        Assert.Contains(sentence, TimelineOf(name == "receivedFrom" ? manifest : manifest with { ForwardedFrom = null }, Cases[name](), CultureInfo.GetCultureInfo(language)).Select(entry => entry.Text));
    }

    private static IReadOnlyList<TimelineEntry> TimelineOf(Manifest manifest, Play play, CultureInfo language) => Timeline.Of(
        manifest, play.Process, play.Case, [.. play.Journal.Select((happened, index) => new JournalLine(index + 1, "", happened))], [], language);

    private static Play Forwarded(Play? play = null) => (play ??= Start([Elsewhere])).Then(now =>
        new CaseEvent.Forwarded(play.Case.Tasks.Single(task => task.Step == Elsewhere.Id).Id, Anna, new("06432007"), "reasons/1.txt", play.Case.Supplements.Count) { At = now });

    private static Play OnItsWay()
    {
        var play = Start([Elsewhere]);
        play.Hold<Effect.HandOver>();
        return Forwarded(play);
    }

    private static Play Granted() => Start([Assess, Permit, Wait]).Approve(Anna);

    private static Play Revoked() => Granted().Review(Anna).Reject(Bernd).Supplement("answer").Reject(Bernd);

    private static Play Paying(PaymentStatus status)
    {
        var play = Start([Check, Pay, Assess], Fee);
        play.Payment = status;
        return play.WaitFor(TimeSpan.FromMinutes(1));
    }

    private static IEnumerable<string> Keys(string language) => TextsOf(language).Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);

    // Without the fallback: English must not borrow German words.
    private static ResourceSet TextsOf(string language) =>
        Words.GetResourceSet(language == "de" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!;
}
