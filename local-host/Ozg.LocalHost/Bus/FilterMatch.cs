using System.Diagnostics;
using Ozg.Platform.Bus;

namespace Ozg.Hosting.Bus;

/// <summary>Whether a subscription takes a message.</summary>
internal static class FilterMatch
{
    public static bool Matches(this MessageFilter filter, StoredMessage message) => filter switch
    {
        MessageFilter.All => true,
        MessageFilter.Correlation wanted => IsOrAny(wanted.Subject, message.Properties.Subject)
            && IsOrAny(wanted.CorrelationId, message.Properties.CorrelationId)
            && wanted.Properties.All(property => Equals(
                TypedValue.Read(message.Properties.Application.GetValueOrDefault(property.Key)), property.Value)),
        _ => throw new UnreachableException(),
    };

    private static bool IsOrAny(string? wanted, string? value) => wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);
}
