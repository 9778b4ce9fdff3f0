using System.Globalization;
using System.Text;

namespace Ozg.Core.Forms;

/// <summary>The rules for a text field, in the order in which they help the applicant: the first broken one is reported.</summary>
internal static class TextRules
{
    public static (string Code, string? Limit)? FirstBroken(SchemaNode node, FieldText text, DateOnly today)
    {
        if (text.Refused is { } refused)
            return (refused, refused == FieldCodes.TooLong ? Print(node.MaxLength ?? FormSchema.LongestText) : null);
        if (node.Const is { } only && Normalised(only.GetString()!) != text.Value)
            return (FieldCodes.Const, null);
        if (node.Enum?.Contains(text.Value) == false)
            return (FieldCodes.Enum, null);
        if (text.Length < node.MinLength)
            return (FieldCodes.TooShort, Print(node.MinLength.Value));
        if (text.Length > (node.MaxLength ?? FormSchema.LongestText))
            return (FieldCodes.TooLong, Print(node.MaxLength ?? FormSchema.LongestText));
        if (node.Pattern?.IsMatch(text.Value) == false)
            return (FieldCodes.Pattern, null);

        return node.Format switch
        {
            TextFormat.Date => Date(node, text.Value, today),
            TextFormat.Iban when !Iban.IsValid(text.Value) => (FieldCodes.Iban, null),
            TextFormat.LicensePlate when !LicensePlate.IsValid(text.Value) => (FieldCodes.LicensePlate, null),
            TextFormat.ChipNumber when !ChipNumber.IsValid(text.Value) => (FieldCodes.ChipNumber, null),
            TextFormat.PersonName when !PersonName.IsValid(text.Value) => (FieldCodes.PersonName, null),
            _ => null,
        };
    }

    /// <summary>The calendar day a text names, in the only form that is taken.</summary>
    // The hyphens are quoted: .NET compares others with "GMT" by the rules of a language first, for which it has to load those.
    public static bool TryReadDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy'-'MM'-'dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static (string, string?)? Date(SchemaNode node, string text, DateOnly today)
    {
        if (!TryReadDate(text, out var date))
            return (FieldCodes.Date, null);
        if (node.NotBefore?.On(today) is { } earliest && date < earliest)
            return (FieldCodes.NotBefore, Print(earliest));
        if (node.NotAfter?.On(today) is { } latest && date > latest)
            return (FieldCodes.NotAfter, Print(latest));
        return null;
    }

    private static string Normalised(string text) => text.Normalize(NormalizationForm.FormC);

    private static string Print(int limit) => limit.ToString(CultureInfo.InvariantCulture);

    private static string Print(DateOnly limit) => limit.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
