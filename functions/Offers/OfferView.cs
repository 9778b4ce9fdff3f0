using System.Globalization;
using Ozg.Core.Catalogue;

namespace Ozg.Functions.Offers;

/// <summary>The catalogue in the words of the API.</summary>
internal static class OfferView
{
    public static KommuneList Of(Catalogue catalogue) =>
        new([.. catalogue.Kommunen.Select(kommune => new KommuneItem(kommune.Ags, kommune.Name, kommune.Authority))]);

    public static LeistungList Of(KommuneEntry kommune, CultureInfo language) =>
        new([.. kommune.Offers.Select(offer => offer.Leistung).Select(leistung =>
            new LeistungItem(leistung.Id, In(leistung.Name, language), In(leistung.Description, language), leistung.LeikaKey))]);

    public static LeistungDetails Of(Offer offer, CultureInfo language, DateOnly today)
    {
        var leistung = offer.Leistung;
        return new()
        {
            Id = leistung.Id,
            Name = In(leistung.Name, language),
            Description = In(leistung.Description, language),
            LeikaKey = leistung.LeikaKey,
            LeikaKeyStatus = leistung.LeikaKeyStatus,
            FormSchema = leistung.Form.Document,
            Attachments = [.. leistung.Attachments.Select(kind => new AttachmentItem(kind.Kind, In(kind.Label, language), In(kind.Description, language), kind.MaxBytes, kind.MediaTypes))],
            AttachmentLimits = leistung.Limits,
            Fee = offer.Fee is { } fee ? new(In(fee.Text, language), fee.Sample) : null,
            Responsible = offer.Responsible is { } responsible ? new(responsible.Name, responsible.Note is { } note ? In(note, language) : null) : null,
            Deadlines = [.. offer.Deadlines.Select(deadline => new DeadlineItem(In(deadline.Text, language), deadline.Source, deadline.Sample))],
            Examples = [.. leistung.Examples.Select(example => example.On(today))],
        };
    }

    private static string In(LocalText text, CultureInfo language) =>
        language.TwoLetterISOLanguageName == "en" && text.En is { } english ? english : text.De;
}
