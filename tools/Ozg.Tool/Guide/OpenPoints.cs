using Ozg.Core.Catalogue;

namespace Ozg.Tool.Guide;

/// <summary>What the catalogue itself calls unverified or a sample.</summary>
internal static class OpenPoints
{
    public static IEnumerable<string> Of(Service service)
    {
        var leistung = service.Leistung;
        if (leistung.LeikaKeyStatus == KeyStatus.Unverified)
            yield return Words.Say("open.key", leistung.LeikaKey);
        var fees = service.Variants.Where(variant => variant.Offer.Fee != leistung.Fee).Select(variant => (variant.Kommune.Name, variant.Offer.Fee))
            .Prepend((Name: Words.Say("fee.standard"), leistung.Fee));
        foreach (var fee in fees.Where(one => one.Fee is { Sample: true }).GroupBy(one => one.Fee!.Text.De, one => one.Name)) // neighbours may have agreed on one
            yield return Words.Say("open.fee", string.Join(", ", fee), Markdown.Plain(fee.Key));
        foreach (var deadline in leistung.Deadlines.Where(deadline => deadline.Sample))
            yield return Words.Say("open.deadline", Markdown.Plain(deadline.Text.De), Markdown.Plain(deadline.Source));

        foreach (var variant in service.Variants)
        {
            foreach (var deadline in variant.Offer.Deadlines.Where(deadline => deadline.Sample && !leistung.Deadlines.Contains(deadline)))
                yield return Words.Say("open.deadlineOf", variant.Kommune.Name, Markdown.Plain(deadline.Text.De), Markdown.Plain(deadline.Source));
        }
    }
}
