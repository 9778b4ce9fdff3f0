using System.Globalization;
using CsCheck;
using Ozg.Core.Expressions;

namespace Ozg.Core.Tests.Expressions;

/// <summary>An expression as it is written, with as few parentheses as it needs and any spaces, and what it means.</summary>
/// <param name="Text">Written for the form and the case of <see cref="ArrangeExpression"/>.</param>
/// <param name="Binds">How tightly its outermost operator binds: 1 or, 2 and, 3 not, 4 comparison, 5 sum, 6 product, 7 sign, 8 all else.</param>
/// <param name="Value">Null: cannot be computed.</param>
internal sealed record Model<T>(string Text, int Binds, T? Value) where T : struct
{
    public string At(int binds) => Binds >= binds ? Text : $"({Text})";
}

/// <summary>Well-typed expressions.</summary>
internal static class Model
{
    private static readonly Gen<Model<decimal>> Figures = Gen.OneOf(
        Gen.Int[1, 100_000].Select(number => Of(number / 100m)),
        Gen.OneOf(
            new Model<decimal>("menge", 8, 3), new("flaeche", 8, 12.5m), new("bis - von", 5, 29), new("days(von, received)", 8, 59), new("months(von, received)", 8, 2),
            new("sum(positionen.preis)", 8, 1.25m), new("count(marken)", 8, 2), new("coalesce(evtlMenge, 4)", 8, 4), new("choose(art, 'geruest', 1, 'container', 2.25, 3)", 8, 2.25m)));

    private static readonly Gen<Model<bool>> Facts = Gen.OneOf(
        new Model<bool>("true", 8, true), new("false", 8, false), new("zugesagt", 8, true), new("evtlBox", 8, false), new("art == 'container'", 4, true), new("art in ['geruest']", 4, false),
        new("von <= bis", 4, true), new("received != received", 4, false), new("evtlArt != 'geruest'", 4, false), new("attached('lageplan')", 8, true), new("any(marken, 'b')", 8, true),
        new("exists(evtlTag)", 8, false));

    public static Gen<Model<decimal>> Numbers { get; } = NumbersOf(3).Where(model => model.Text.Length <= Expression.MaxLength);

    public static Gen<Model<bool>> Truths { get; } = TruthsOf(3).Where(model => model.Text.Length <= Expression.MaxLength);

    private static Gen<Model<decimal>> NumbersOf(int depth) => depth == 0 ? Figures : Gen.OneOf(
        Figures,
        Gen.Select(NumbersOf(depth - 1), NumbersOf(depth - 1), Gen.OneOf('+', '-', '*', '/'), Space).Select(Calculated),
        NumbersOf(depth - 1).Select(one => new Model<decimal>($"-{one.At(8)}", 7, -one.Value)),
        Gen.Select(NumbersOf(depth - 1), NumbersOf(depth - 1)).Select((one, other) => new Model<decimal>($"max({one.Text},{other.Text})", 8, Both(one, other, (left, right) => Math.Max(left, right)))),
        NumbersOf(depth - 1).Select(one => new Model<decimal>($"round({one.Text}, 1)", 8, one.Value is { } value ? decimal.Round(value, 1, MidpointRounding.AwayFromZero) : null)),
        Gen.Select(TruthsOf(depth - 1), NumbersOf(depth - 1), NumbersOf(depth - 1)).Select((condition, one, other) =>
            new Model<decimal>($"if({condition.Text}, {one.Text}, {other.Text})", 8, condition.Value is { } holds ? (holds ? one : other).Value : null)));

    private static Gen<Model<bool>> TruthsOf(int depth) => depth == 0 ? Facts : Gen.OneOf(
        Facts,
        TruthsOf(depth - 1).Select(one => new Model<bool>($"not {one.At(4)}", 3, !one.Value)),
        Gen.Select(TruthsOf(depth - 1), TruthsOf(depth - 1)).Select((one, other) => new Model<bool>($"{one.At(2)} and {other.At(3)}", 2, one.Value is true ? other.Value : one.Value)),
        Gen.Select(TruthsOf(depth - 1), TruthsOf(depth - 1)).Select((one, other) => new Model<bool>($"{one.At(1)} or {other.At(2)}", 1, one.Value is false ? other.Value : one.Value)),
        Gen.Select(NumbersOf(depth - 1), NumbersOf(depth - 1), Space).Select((one, other, space) =>
            new Model<bool>($"{one.At(5)}{space}<{space}{other.At(5)}", 4, one.Value is { } left && other.Value is { } right ? left < right : null)));

    private static Gen<string> Space => Gen.OneOf("", " ", "\n  ");

    private static Model<decimal> Of(decimal number) => new(number.ToString(CultureInfo.InvariantCulture), 8, number);

    private static Model<decimal> Calculated(Model<decimal> one, Model<decimal> other, char sign, string space)
    {
        var binds = sign is '+' or '-' ? 5 : 6;
        return new($"{one.At(binds)}{space}{sign}{space}{other.At(binds + 1)}", binds, Both(one, other, (left, right) => sign switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => right == 0 ? null : left / right,
        }));
    }

    private static decimal? Both(Model<decimal> one, Model<decimal> other, Func<decimal, decimal, decimal?> calculate)
    {
        try
        {
            return one.Value is { } left && other.Value is { } right ? calculate(left, right) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
