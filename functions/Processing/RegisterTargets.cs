using Microsoft.Extensions.Options;
using Ozg.Core.Catalogue;
using Ozg.Core.Processes;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Registers;

namespace Ozg.Functions.Processing;

/// <summary>Every register that a process asks has to be configured before the first case needs it.</summary>
internal sealed class RegisterTargets(Catalogue catalogue) : IValidateOptions<RegisterOptions>
{
    public ValidateOptionsResult Validate(string? name, RegisterOptions options)
    {
        var missing = from offer in catalogue.Kommunen.SelectMany(kommune => kommune.Offers)
                      from step in offer.Plan.Process.All().OfType<Step.Check>()
                      where step.Register is { } register && options.Find(offer.Plan.Kommune, register) is null
                      select $"{offer.Plan.Leistung} of {offer.Plan.KommuneName} asks the register \"{step.Register}\": set {RegisterOptions.Section}__Targets__{offer.Plan.Kommune}__{WebhookTarget.SettingOf(step.Register!)}__Url and __Secret.";
        var mistakes = missing.ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
