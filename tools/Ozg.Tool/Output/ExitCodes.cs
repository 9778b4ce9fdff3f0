namespace Ozg.Tool.Output;

/// <summary>What the shell learns.</summary>
internal static class ExitCodes
{
    public const int Fine = 0;

    /// <summary>What was looked for was found: mistakes, conflicts, broken histories.</summary>
    public const int Found = 1;

    /// <summary>The command could not do its work.</summary>
    public const int Unusable = 2;
}
