using Ozg.Core.Expressions;
using static Ozg.Core.Tests.Expressions.ArrangeExpression;

namespace Ozg.Core.Tests.Expressions;

/// <summary>Every kind of part of an expression can be written, checked and computed.</summary>
public sealed class NodeKindsTests
{
    private static readonly Dictionary<string, (ExpressionType Type, string Text)> Written = new()
    {
        [nameof(Node.Constant)] = (ExpressionType.Amount, "1"),
        [nameof(Node.Received)] = (ExpressionType.Date, "received"),
        [nameof(Node.Field)] = (ExpressionType.Amount, "menge"),
        [nameof(Node.Not)] = (ExpressionType.Condition, "not zugesagt"),
        [nameof(Node.Negative)] = (ExpressionType.Amount, "-menge"),
        [nameof(Node.Logic)] = (ExpressionType.Condition, "zugesagt and evtlBox"),
        [nameof(Node.Comparison)] = (ExpressionType.Condition, "menge > 1"),
        [nameof(Node.Calculation)] = (ExpressionType.Amount, "menge * 2"),
        [nameof(Node.OneOf)] = (ExpressionType.Condition, "art in ['geruest', 'container']"),
        [nameof(Node.Exists)] = (ExpressionType.Condition, "exists(evtlArt)"),
        [nameof(Node.Coalesce)] = (ExpressionType.Amount, "coalesce(evtlMenge, 1)"),
        [nameof(Node.Attached)] = (ExpressionType.Condition, "attached('lageplan')"),
        [nameof(Node.If)] = (ExpressionType.Amount, "if(zugesagt, 1, 2)"),
        [nameof(Node.Choose)] = (ExpressionType.Amount, "choose(art, 'geruest', 1, 2)"),
        [nameof(Node.Sum)] = (ExpressionType.Amount, "sum(positionen.preis)"),
        [nameof(Node.Count)] = (ExpressionType.Amount, "count(positionen)"),
        [nameof(Node.Any)] = (ExpressionType.Condition, "any(positionen.art, 'holz')"),
        [nameof(Node.Extreme)] = (ExpressionType.Amount, "max(menge, 2)"),
        [nameof(Node.Whole)] = (ExpressionType.Amount, "ceil(flaeche)"),
        [nameof(Node.Rounded)] = (ExpressionType.Amount, "round(flaeche)"),
        [nameof(Node.Between)] = (ExpressionType.Amount, "days(von, bis)"),
        [nameof(Node.Later)] = (ExpressionType.Date, "addDays(von, 1)"),
    };

    public static TheoryData<string> Nodes => [.. typeof(Node).GetNestedTypes().Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void It_has_its_rules(string kind)
    {
        var (type, text) = Written[kind];

        Assert.Equal(kind, Grammar.Read(text).Value.GetType().Name);
        Assert.True(type switch
        {
            ExpressionType.Condition => Checked(type, text).Holds(Case).Succeeded,
            ExpressionType.Amount => Checked(type, text).Amount(Case).Succeeded,
            _ => Checked(type, text).Date(Case).Succeeded,
        });
    }
}
