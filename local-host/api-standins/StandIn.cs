using System.Runtime.CompilerServices;

namespace Ozg.ApiStandins;

/// <summary>What is only declared here says so when it is called.</summary>
internal static class StandIn
{
    internal static NotSupportedException Unsupported([CallerMemberName] string member = "") =>
        new($"{member} is declared here, but has no body. Run it with Ozg.LocalHost, or build with OfficialPackages=true.");
}
