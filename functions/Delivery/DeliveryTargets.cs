using Microsoft.Extensions.Options;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Platform.Delivery;
using Ozg.Platform.Delivery.Webhook;

namespace Ozg.Functions.Delivery;

/// <summary>Every back-office that a process delivers to has to be configured before the first case needs it.</summary>
internal sealed class DeliveryTargets(Catalogue catalogue) : IValidateOptions<BackOfficeOptions>
{
    public ValidateOptionsResult Validate(string? name, BackOfficeOptions options)
    {
        var missing = from offer in catalogue.Kommunen.SelectMany(kommune => kommune.Offers)
                      from step in offer.Plan.Process.All().OfType<Step.Deliver>()
                      where options.Find(offer.Plan.Kommune, step.Target) is null
                      select $"{offer.Leistung.Id} of {offer.Plan.KommuneName} delivers to \"{step.Target}\": set BackOffice__Targets__{offer.Plan.Kommune}__{WebhookTarget.SettingOf(step.Target)}__Url and __Secret.";
        var mistakes = missing.ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
