using Ozg.Core.Kommunen;

namespace Ozg.Core.Cases;

/// <summary>Who acted in the Kommune's name.</summary>
/// <param name="Clerk">The person.</param>
/// <param name="For">The absent colleague as whose deputy the person acted ("i. V."); null: in their own right.</param>
/// <param name="Partner">The person's own Kommune, when it helps out or gives the second approval; null: the case's own.</param>
public sealed record Actor(ClerkId Clerk, ClerkId? For = null, Ags? Partner = null)
{
    /// <summary>Whether two acts are of one pair of eyes: the same person, or one as the other's deputy.</summary>
    public bool SharesEyesWith(Actor other) =>
        Clerk == other.Clerk || Clerk == other.For || For == other.Clerk || (For is not null && For == other.For);
}
