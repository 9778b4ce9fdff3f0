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
        if (leistung.Fee is { Sample: true })
            yield return Words.Say("open.fee", Words.Say("fee.standard"), Markdown.Plain(leistung.Fee.Text.De));
        foreach (var deadline in leistung.Deadlines.Where(deadline => deadline.Sample))
            yield return Words.Say("open.deadline", Markdown.Plain(deadline.Text.De), Markdown.Plain(deadline.Source));

        foreach (var variant in service.Variants)
        {
            if (variant.Offer.Fee is { Sample: true } fee && fee != leistung.Fee)
                yield return Words.Say("open.fee", variant.Kommune.Name, Markdown.Plain(fee.Text.De));
            foreach (var deadline in variant.Offer.Deadlines.Where(deadline => deadline.Sample && !leistung.Deadlines.Contains(deadline)))
                yield return Words.Say("open.deadlineOf", variant.Kommune.Name, Markdown.Plain(deadline.Text.De), Markdown.Plain(deadline.Source));
        }
    }
}
