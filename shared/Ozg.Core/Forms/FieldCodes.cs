namespace Ozg.Core.Forms;

/// <summary>Why a field has to be mended: each code names a sentence in the resource files and is part of the API.</summary>
public static class FieldCodes
{
    /// <summary>Absent, or blank where a text is required.</summary>
    public const string Required = "required";

    /// <summary>Another JSON type than the field's.</summary>
    public const string Type = "type";

    /// <summary>The form has no such field.</summary>
    public const string UnknownField = "unknown-field";

    /// <summary>The same name twice in one object; readers would disagree on which counts.</summary>
    public const string DuplicateField = "duplicate-field";

    /// <summary>Control characters, halves of surrogate pairs, or characters that turn the reading direction.</summary>
    public const string Characters = "characters";

    /// <summary>Not of the form that the field's description tells.</summary>
    public const string Pattern = "pattern";

    /// <summary>Fewer characters than the limit.</summary>
    public const string TooShort = "too-short";

    /// <summary>More characters than the limit.</summary>
    public const string TooLong = "too-long";

    /// <summary>Below the limit.</summary>
    public const string Minimum = "minimum";

    /// <summary>Above the limit.</summary>
    public const string Maximum = "maximum";

    /// <summary>More digits, or further from zero, than is kept exactly (28 digits).</summary>
    public const string Number = "number";

    /// <summary>None of the choices.</summary>
    public const string Enum = "enum";

    /// <summary>Not the one value that is possible, for example a consent that is not given.</summary>
    public const string Const = "const";

    /// <summary>Fewer entries than the limit.</summary>
    public const string TooFew = "too-few";

    /// <summary>More entries than the limit.</summary>
    public const string TooMany = "too-many";

    /// <summary>Not a day of the calendar in the form 2026-06-14.</summary>
    public const string Date = "date";

    /// <summary>Before the limit.</summary>
    public const string NotBefore = "not-before";

    /// <summary>After the limit.</summary>
    public const string NotAfter = "not-after";

    /// <summary>Not an IBAN, or one with a slip of the pen.</summary>
    public const string Iban = "iban";

    /// <summary>Not a licence plate.</summary>
    public const string LicensePlate = "license-plate";

    /// <summary>Not the 15 digits of an animal's chip.</summary>
    public const string ChipNumber = "chip-number";

    /// <summary>Breaks a rule among several fields; the catalogue has the words.</summary>
    public const string Rule = "rule";

    /// <summary>A file that this application needs did not come with it.</summary>
    public const string MissingAttachment = "missing-attachment";

    /// <summary>Holds what is no Latin letter of a name.</summary>
    public const string PersonName = "person-name";
}
