namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>What only the official build would refuse: its generators and analyzers are not in the default one.</summary>
/// <param name="Id">The official diagnostic; or words, where the official build says nothing and the function does not run.</param>
/// <param name="Breaches">One text per breach.</param>
internal sealed record SdkRule(string Id, Func<FunctionApp, IEnumerable<string>> Breaches)
{
    public static IReadOnlyList<SdkRule> All { get; } =
        [.. SignatureRules.All, .. OrchestratorRules.All, .. OrchestratorCodeRules.All];

    public override string ToString() => Id;
}
