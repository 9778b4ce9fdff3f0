namespace Ozg.Core.Expressions;

/// <summary>What an expression is written with.</summary>
internal enum Sign
{
    Number,
    Text,
    Name,
    True,
    False,
    Received,
    And,
    Or,
    Not,
    In,
    Open,
    Close,
    OpenList,
    CloseList,
    Comma,
    Plus,
    Minus,
    Times,
    Divide,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
