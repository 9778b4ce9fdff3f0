using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Ozg.Core;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Submissions;
using Ozg.Platform.Delivery.Webhook;
using Ozg.Platform.Neighbours;

namespace Ozg.Platform.Registers;

/// <summary>Asks a register (Melderegister, parking zones, collection calendar …) by HTTP POST: JSON, signed, with an Idempotency-Key.</summary>
public sealed class RegisterClient(HttpClient http, IOptions<RegisterOptions> options, TimeProvider clock)
{
    /// <summary>The longest answer that is read, in bytes.</summary>
    public const int MaxAnswerBytes = 64 * 1024;

    /// <summary>
    /// Asks once. The same application, asked the same, is the same question, however often it is sent: the Idempotency-Key is
    /// <c>{case}.{register}.{hash of the question}</c>, so a register that reserves something reserves it once.
    /// </summary>
    /// <param name="kommune">Whose register is asked.</param>
    /// <param name="register">Its name in the process.</param>
    /// <param name="id">The case.</param>
    /// <param name="application">The application's data as they now are, supplements included.</param>
    /// <param name="answers">The conditions that the register answers; at least one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Each asked name with its answer, no other.</returns>
    /// <exception cref="NeighbourException">
    /// Not configured, not reached in time, a status other than 2xx, or an answer that lacks a name, has another one, or one that
    /// is neither true nor false. Nothing may be guessed: whoever asks has to try again until somebody has mended the cause, for
    /// ever and with growing waits, as the orchestration does with a failing activity.
    /// </exception>
    public async Task<IReadOnlyDictionary<string, bool>> AskAsync(
        Ags kommune, string register, CaseId id, JsonElement application, IReadOnlyList<string> answers, CancellationToken cancellationToken)
    {
        var who = $"Register \"{register}\" of Kommune {kommune}";
        var target = options.Value.Find(kommune, register)
            ?? throw new NeighbourException(who, $"is not configured: set {RegisterOptions.Section}__Targets__{kommune}__{WebhookTarget.SettingOf(register)}__Url and __Secret");

        using var request = Request(new(id, kommune, register, application, answers), target);
        var answer = await http.CallAsync(who, request, options.Value.Timeout, MaxAnswerBytes, cancellationToken);
        if (!answer.IsSuccess)
            throw new NeighbourException(who, $"answered {(int)answer.Status}");

        var said = Read(answer.Body)?.Answers ?? throw new NeighbourException(who, "did not answer with {\"answers\":{name: true or false}}");
        if (answers.Except(said.Keys).ToList() is { Count: > 0 } missing)
            throw new NeighbourException(who, $"did not answer {string.Join(", ", missing)}");
        return said.Count == answers.Distinct().Count() ? said : throw new NeighbourException(who, "answered more than it was asked");
    }

    private HttpRequestMessage Request(RegisterQuestion question, WebhookTarget target)
    {
        // Canonical, so that the order of an application's fields does not make another question of it.
        var body = CanonicalJson.Write(JsonSerializer.SerializeToElement(question, RegisterJson.Default.RegisterQuestion));
        var request = new HttpRequestMessage(HttpMethod.Post, target.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", $"{question.ApplicationId}.{question.Register}.{ContentHash.Sha256(body)}");
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Sign(target.Secret, clock.GetUtcNow(), body));
        return request;
    }

    private static RegisterAnswer? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, RegisterJson.Default.RegisterAnswer);
        }
        catch (JsonException)
        {
            return null; // its message would quote what the register sent
        }
    }
}
