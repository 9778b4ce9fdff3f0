using System.Text.Json.Serialization;

namespace Ozg.Core.Deadlines;

/// <summary>When a decision was made known (bekannt gegeben). Only <see cref="Served"/> begins an appeal period.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Served), "served")]
[JsonDerivedType(typeof(NotServed), "notServed")]
[JsonDerivedType(typeof(Open), "open")]
public abstract record Service
{
    // closed: every kind is in this file
    private Service(IReadOnlyList<ReasoningStep> reasoning) =>
        Reasoning = reasoning is [_, ..] ? reasoning : throw new ArgumentException("There is no reasoning.", nameof(reasoning));

    /// <summary>The steps in their order; at least one.</summary>
    public IReadOnlyList<ReasoningStep> Reasoning { get; }

    /// <summary>It is, or counts as, made known on a day.</summary>
    public sealed record Served : Service
    {
        /// <summary>Takes the day to which the reasoning leads.</summary>
        /// <exception cref="ArgumentException">There is no reasoning.</exception>
        [JsonConstructor]
        public Served(IReadOnlyList<ReasoningStep> reasoning) : base(reasoning) => Day = reasoning[^1].Day;

        /// <summary>The day; periods that it begins do not count it.</summary>
        public DateOnly Day { get; }
    }

    /// <summary>It was not made known and has to be sent again; no period runs.</summary>
    public sealed record NotServed : Service
    {
        /// <summary>Takes the steps.</summary>
        /// <exception cref="ArgumentException">There is no reasoning.</exception>
        [JsonConstructor]
        public NotServed(IReadOnlyList<ReasoningStep> reasoning) : base(reasoning) { }
    }

    /// <summary>It waits on the portal. Unless it is fetched, it will not have been made known when the last day is over.</summary>
    public sealed record Open : Service
    {
        /// <summary>Takes the day to which the reasoning leads.</summary>
        /// <exception cref="ArgumentException">There is no reasoning.</exception>
        [JsonConstructor]
        public Open(IReadOnlyList<ReasoningStep> reasoning) : base(reasoning) => Until = reasoning[^1].Day;

        /// <summary>The last day on which fetching it makes it known.</summary>
        public DateOnly Until { get; }
    }
}
