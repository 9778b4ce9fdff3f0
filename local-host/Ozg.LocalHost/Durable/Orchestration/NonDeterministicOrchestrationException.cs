namespace Ozg.Hosting.Durable;

/// <summary>The orchestrator's code no longer does what its history says it did.</summary>
internal sealed class NonDeterministicOrchestrationException(string orchestrator, int step, string expected, string found)
    : Exception(
        $"Orchestrator '{orchestrator}' is not deterministic. Step {step} was {expected} when it ran; now the code asks for "
        + $"{found}. Its code changed while the instance ran, or it does something that a replay cannot repeat (clock, "
        + "random, I/O).");
