using System.Collections.Concurrent;

namespace Ozg.Browser.Tests.LocalPages;

/// <summary>What a test tells the <see cref="ShopFunctions"/> of its host.</summary>
internal sealed class Shop
{
    public const string Orders = "orders";

    private readonly ConcurrentDictionary<string, bool> _reserved = new();

    /// <summary>Closed, it takes no orders.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>The first try for an order fails.</summary>
    public bool TryReserve(string order) => !_reserved.TryAdd(order, true);
}
