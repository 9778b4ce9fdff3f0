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
                      from target in offer.Plan.Process.All().Select(TargetOf).OfType<string>()
                      where options.Find(offer.Plan.Kommune, target) is null
                      select $"{offer.Leistung.Id} of {offer.Plan.KommuneName} delivers to \"{target}\": set BackOffice__Targets__{offer.Plan.Kommune}__{WebhookTarget.SettingOf(target)}__Url and __Secret.";
        var mistakes = missing.ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }

    private static string? TargetOf(Step step) => step switch
    {
        Step.Deliver deliver => deliver.Target,
        Step.Pay pay => pay.RefundTo,
        _ => null,
    };
}
