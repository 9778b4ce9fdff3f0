using Ozg.Core.Cases;

namespace Ozg.Tool.Rehearsal;

/// <summary>What of an effect must not change between builds: a running orchestration's history names its activity.</summary>
internal static class EffectDigest
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Effect> effects) => [.. effects.Select(Of)];

    private static string Of(Effect effect) => effect switch
    {
        Effect.Issue issue => $"issue {effect.Step} {issue.Template}",
        Effect.Notify notify => $"notify {effect.Step} {notify.Template}",
        Effect.Publish publish => $"publish {effect.Step} {publish.Target}",
        Effect.HandOver handOver => $"handOver {effect.Step} {handOver.As}",
        Effect.RequestPayment payment => $"requestPayment {effect.Step} {payment.Cents}",
        Effect.AskPayment ask => $"askPayment {effect.Step} {ask.Transaction}",
        Effect.Refund refund => $"refund {effect.Step} {refund.Target} {refund.Order.AmountCents} {refund.Order.Reason.ToString().ToLowerInvariant()}",
        _ => $"{effect.GetType().Name.ToLowerInvariant()} {effect.Step}",
    };
}
