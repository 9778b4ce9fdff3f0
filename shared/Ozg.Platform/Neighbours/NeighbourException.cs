namespace Ozg.Platform.Neighbours;

/// <summary>
/// Another system could not be asked, or its answer is none. The message says who and what happened, and nothing of what was
/// sent or answered: it goes to logs and into the history of an orchestration, where no personal data belongs.
/// </summary>
public sealed class NeighbourException : Exception
{
    /// <param name="who">The system, for example <c>Register "melderegister" of Kommune 06411000</c>.</param>
    /// <param name="what">What happened, to go on the sentence with: <c>answered 500</c>.</param>
    internal NeighbourException(string who, string what)
        : base($"{who} {what}.")
    {
    }
}
