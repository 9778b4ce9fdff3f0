namespace Ozg.Hosting;

/// <summary>
/// The host cannot start, or not go on, and the person at the keyboard can put it right: the message says what is wrong and what to
/// do, in a sentence or two.
/// </summary>
public sealed class LocalHostException : Exception
{
    /// <param name="message">What is wrong and what to do.</param>
    public LocalHostException(string message)
        : base(message)
    {
    }

    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What made it show.</param>
    public LocalHostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
