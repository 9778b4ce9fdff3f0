using System.Globalization;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;

namespace Ozg.Core.Expressions;

/// <summary>How signs make an expression; what binds tighter stands further up. Only parentheses, brackets and calls recurse.</summary>
internal static class Grammar
{
    private static readonly TokenListParser<Sign, Node> Inner = Parse.Ref(() => Disjunction!);

    private static readonly TokenListParser<Sign, Node> Literal = Parse.OneOf(
        Token.EqualTo(Sign.Number).Select(Node (sign) => Fixed(sign, Value.Of(decimal.Parse(sign.Span.AsReadOnlySpan(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)))),
        Token.EqualTo(Sign.Text).Select(Node (sign) => Fixed(sign, Value.Of(Lexer.Unquoted(sign.ToStringValue())))),
        Token.EqualTo(Sign.True).Select(Node (sign) => Fixed(sign, Value.Of(true))),
        Token.EqualTo(Sign.False).Select(Node (sign) => Fixed(sign, Value.Of(false))),
        Token.EqualTo(Sign.Received).Select(sign => (Node)new Node.Received(ColumnOf(sign))));

    private static readonly TokenListParser<Sign, Node[]?> Arguments = Commas(Sign.Open, Sign.Close).Select(Node[]? (arguments) => arguments);

    private static readonly TokenListParser<Sign, Node> FieldOrCall =
        from name in Token.EqualTo(Sign.Name)
        from arguments in Arguments.OptionalOrDefault()
        from node in arguments is null
            ? Parse.Return<Sign, Node>(new Node.Field(ColumnOf(name), name.ToStringValue()))
            : Made(Functions.Make(ColumnOf(name), name.ToStringValue(), arguments))
        select node;

    private static readonly TokenListParser<Sign, Node> Primary =
        Literal.Or(FieldOrCall).Or(Inner.Between(Token.EqualTo(Sign.Open), Token.EqualTo(Sign.Close)));

    private static readonly TokenListParser<Sign, Node> Signed =
        (from minus in Token.EqualTo(Sign.Minus) from operand in Primary select Negated(ColumnOf(minus), operand)).Or(Primary);

    private static readonly TokenListParser<Sign, Node> Product = Row(Signed, Calculated, Sign.Times, Sign.Divide);

    private static readonly TokenListParser<Sign, Node> Sum = Row(Product, Calculated, Sign.Plus, Sign.Minus);

    private static readonly TokenListParser<Sign, Func<Node, Node>> Compared =
        from sign in OneOf(Sign.Equal, Sign.NotEqual, Sign.Less, Sign.LessOrEqual, Sign.Greater, Sign.GreaterOrEqual)
        from right in Sum
        select (Func<Node, Node>)(left => new Node.Comparison(ColumnOf(sign), sign.Kind, left, right));

    private static readonly TokenListParser<Sign, Func<Node, Node>> Listed =
        from sign in Token.EqualTo(Sign.In)
        from items in Commas(Sign.OpenList, Sign.CloseList)
        from values in Made(Values(ColumnOf(sign), items))
        select (Func<Node, Node>)(left => new Node.OneOf(ColumnOf(sign), left, values));

    private static readonly TokenListParser<Sign, Node> Comparison =
        from left in Sum
        from compare in Compared.Or(Listed).OptionalOrDefault(left => left)
        select compare(left);

    private static readonly TokenListParser<Sign, Node> Negation =
        (from not in Token.EqualTo(Sign.Not) from operand in Comparison select (Node)new Node.Not(ColumnOf(not), operand)).Or(Comparison);

    private static readonly TokenListParser<Sign, Node> Conjunction =
        Row(Negation, (sign, left, right) => new Node.Logic(ColumnOf(sign), IsAnd: true, left, right), Sign.And);

    private static readonly TokenListParser<Sign, Node> Disjunction =
        Row(Conjunction, (sign, left, right) => new Node.Logic(ColumnOf(sign), IsAnd: false, left, right), Sign.Or);

    /// <summary>The expression, or the first place where the text is none.</summary>
    public static Outcome<Node> Read(string text)
    {
        if (text.Length > Expression.MaxLength)
            return new MalformedExpression(Expression.MaxLength + 1, $"An expression has at most {Expression.MaxLength} characters; divide it into several conditions.");
        if (string.IsNullOrWhiteSpace(text))
            return new MalformedExpression(1, "The expression is empty.");

        var signs = new Lexer().TryTokenize(text);
        if (!signs.HasValue)
            return new MalformedExpression(signs.ErrorPosition.Absolute + 1, signs.ErrorMessage!);
        if (SyntaxAdvice.TooDeep(signs.Value) is { } tooDeep)
            return tooDeep;

        var root = Inner.AtEnd().TryParse(signs.Value);
        if (root.HasValue)
            return root.Value;
        return root.SubTokenErrorPosition.HasValue
            ? new MalformedExpression(root.ErrorPosition.Absolute + 1, root.ErrorMessage!)
            : SyntaxAdvice.For([.. signs.Value], root.Remainder.Position, text);
    }

    private static TokenListParser<Sign, Node> Row(TokenListParser<Sign, Node> operand, Func<Token<Sign>, Node, Node, Node> combine, params Sign[] signs)
    {
        var further = from sign in OneOf(signs) from right in operand select (Sign: sign, Right: right);
        return from first in operand
               from rest in further.Many() // a loop, where the library's chain would recurse
               select rest.Aggregate(first, (left, next) => combine(next.Sign, left, next.Right));
    }

    private static TokenListParser<Sign, Node[]> Commas(Sign open, Sign close) =>
        Token.EqualTo(open).IgnoreThen(Inner.ManyDelimitedBy(Token.EqualTo(Sign.Comma), Token.EqualTo(close)));

    private static TokenListParser<Sign, Token<Sign>> OneOf(params Sign[] signs) => Parse.OneOf([.. signs.Select(Token.EqualTo)]);

    private static TokenListParser<Sign, T> Made<T>(Outcome<T> made) => made.Succeeded
        ? Parse.Return<Sign, T>(made.Value)
        : input => TokenListParserResult.Empty<Sign, T>(input, PositionOf((MalformedExpression)made.Error), ((MalformedExpression)made.Error).Message);

    private static Outcome<Node.Constant[]> Values(int column, Node[] items)
    {
        if (items.Length == 0)
            return new MalformedExpression(column, "The list after 'in' is empty, so that nothing is ever in it.");
        return items.FirstOrDefault(item => item is not Node.Constant) is { } other
            ? new MalformedExpression(other.Column, "A list holds fixed values only, such as ['a', 'b'] or [1, 2].")
            : items.Cast<Node.Constant>().ToArray();
    }

    private static Node Negated(int column, Node operand) => operand is Node.Constant { Value: { Kind: Kind.Number } value }
        ? new Node.Constant(column, Value.Of(-value.Number))
        : new Node.Negative(column, operand);

    private static Node Calculated(Token<Sign> sign, Node left, Node right) => new Node.Calculation(ColumnOf(sign), sign.Kind, left, right);

    private static Node.Constant Fixed(Token<Sign> sign, Value value) => new Node.Constant(ColumnOf(sign), value);

    private static int ColumnOf(Token<Sign> sign) => sign.Position.Absolute + 1;

    private static Position PositionOf(MalformedExpression error) => new(error.Column - 1, 1, error.Column);
}
