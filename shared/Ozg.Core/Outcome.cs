using System.Diagnostics.CodeAnalysis;

namespace Ozg.Core;

/// <summary>What an operation answers when failure is expected: either a value or the reason why there is none.</summary>
/// <typeparam name="T">The value's type; never itself an <see cref="Core.Error"/>.</typeparam>
public readonly struct Outcome<T>
{
    private readonly T? _value;
    private readonly Error? _error;

    private Outcome(T? value, Error? error) => (_value, _error) = (value, error);

    /// <summary>Whether there is a value; asked before either property is read.</summary>
    public bool Succeeded => _error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is an error instead.</exception>
    public T Value => _error is null ? _value! : throw new InvalidOperationException($"No value but the error {_error.Code}.");

    /// <summary>The reason.</summary>
    /// <exception cref="InvalidOperationException">There is a value instead.</exception>
    public Error Error => _error ?? throw new InvalidOperationException("No error but a value.");

    /// <summary>A value is a success.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Values and errors convert so that rules read as one expression.")]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>An error is a refusal.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "Values and errors convert so that rules read as one expression.")]
    public static implicit operator Outcome<T>(Error error) => new(default, error);
}
