using Microsoft.Extensions.Options;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Platform.Payments;

namespace Ozg.Functions.Processing;

/// <summary>Every Kommune with a process in which somebody pays needs a platform, and each payment a purpose that a platform takes.</summary>
internal sealed class PaymentPlatforms(Catalogue catalogue) : IValidateOptions<PaymentOptions>
{
    public ValidateOptionsResult Validate(string? name, PaymentOptions options)
    {
        var payments = from offer in catalogue.Kommunen.SelectMany(kommune => kommune.Offers)
                       from step in offer.Plan.Process.All().OfType<Step.Pay>()
                       select (offer.Plan, Leistung: offer.Plan.Leistung, Step: step);
        var mistakes = payments.SelectMany(payment => Mistakes(payment.Plan, payment.Leistung, payment.Step, options)).ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static IEnumerable<string> Mistakes(Plan plan, string leistung, Step.Pay step, PaymentOptions options)
    {
        if (options.Find(plan.Kommune) is null)
            yield return $"Step \"{step.Id}\" of {leistung} of {plan.KommuneName} takes money: set {PaymentOptions.Section}__Platforms__{plan.Kommune}__BaseUrl and what stands beside it.";
        if (!PaymentRules.IsPurpose(step.Purpose))
            yield return $"The purpose \"{step.Purpose}\" of step \"{step.Id}\" of {leistung} of {plan.KommuneName} is none that a payment platform takes: 1 to 27 letters A to Z, digits, blanks and hyphens.";
    }
}
