namespace Ozg.Core.Expressions;

/// <summary>What a part of an expression amounts to.</summary>
internal readonly record struct Value
{
    public Kind Kind { get; private init; }

    public bool Truth { get; private init; }

    public decimal Number { get; private init; }

    public DateOnly Date { get; private init; }

    /// <summary>In NFC.</summary>
    public string Text { get; private init; }

    /// <summary>A field that the application does not have.</summary>
    public static Value Absent => default;

    public static Value Of(bool truth) => new() { Kind = Kind.Truth, Truth = truth };

    public static Value Of(decimal number) => new() { Kind = Kind.Number, Number = number };

    public static Value Of(DateOnly date) => new() { Kind = Kind.Date, Date = date };

    public static Value Of(string text) => new() { Kind = Kind.Text, Text = text };
}

/// <summary>The kinds of values. When an expression is checked, <see cref="None"/> is a part whose mistake has been told already.</summary>
internal enum Kind
{
    None,
    Truth,
    Number,
    Text,
    Date,
}
