using System.Net;
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
    /// <param name="reserves">Whether the register is to keep what it finds for the application.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Each asked name with its answer, no other; and the Kommune that the register names as responsible, if it does.</returns>
    /// <exception cref="NeighbourException">
    /// Not configured, not reached in time, a status other than 2xx, or an answer that lacks a name, has another one, or one that
    /// is neither true nor false. Nothing may be guessed: whoever asks has to try again until somebody has mended the cause, for
    /// ever and with growing waits, as the orchestration does with a failing activity.
    /// </exception>
    public async Task<RegisterAnswer> AskAsync(
        Ags kommune, string register, CaseId id, JsonElement application, IReadOnlyList<string> answers, bool reserves, CancellationToken cancellationToken)
    {
        var (who, target) = Find(kommune, register);
        // Canonical, so that the order of an application's fields does not make another question of it.
        var question = new RegisterQuestion(id, kommune, register, application, answers) { Reserve = reserves ? true : null };
        var body = CanonicalJson.Write(JsonSerializer.SerializeToElement(question, RegisterJson.Default.RegisterQuestion));
        using var request = Request(target.Url!, target.Secret, $"{id}.{register}.{ContentHash.Sha256(body)}", body);
        var answer = await http.CallAsync(who, request, options.Value.Timeout, MaxAnswerBytes, cancellationToken);
        if (!answer.IsSuccess)
            throw new NeighbourException(who, $"answered {(int)answer.Status}");

        var said = Read(answer.Body) ?? throw new NeighbourException(who, "did not answer with {\"answers\":{name: true or false}}");
        if (answers.Except(said.Answers.Keys).ToList() is { Count: > 0 } missing)
            throw new NeighbourException(who, $"did not answer {string.Join(", ", missing)}");
        if (said.Answers.Count > answers.Distinct().Count())
            throw new NeighbourException(who, "answered more than it was asked");
        return said;
    }

    /// <summary>
    /// Tells a register to free what it keeps for an application: a POST to <c>release</c> below its address, signed as the question is.
    /// Idempotent: the Idempotency-Key is <c>{case}.{register}.release</c>, and a register that keeps nothing may say so with 404.
    /// </summary>
    /// <param name="kommune">Whose register it is.</param>
    /// <param name="register">Its name in the process.</param>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="NeighbourException">Not configured, not reached in time, or a status other than 2xx and 404.</exception>
    public async Task FreeAsync(Ags kommune, string register, CaseId id, CancellationToken cancellationToken)
    {
        var (who, target) = Find(kommune, register);
        var body = JsonSerializer.SerializeToUtf8Bytes(new RegisterRelease(id, kommune, register), RegisterJson.Default.RegisterRelease);
        using var request = Request(ReleaseAddress(target.Url!), target.Secret, $"{id}.{register}.release", body);
        var answer = await http.CallAsync(who, request, options.Value.Timeout, MaxAnswerBytes, cancellationToken);
        if (!answer.IsSuccess && answer.Status != HttpStatusCode.NotFound)
            throw new NeighbourException(who, $"answered {(int)answer.Status}");
    }

    private (string Who, WebhookTarget Target) Find(Ags kommune, string register)
    {
        var who = $"Register \"{register}\" of Kommune {kommune}";
        return (who, options.Value.Find(kommune, register)
            ?? throw new NeighbourException(who, $"is not configured: set {RegisterOptions.Section}__Targets__{kommune}__{WebhookTarget.SettingOf(register)}__Url and __Secret"));
    }

    private static Uri ReleaseAddress(Uri register) => new UriBuilder(register) { Path = $"{register.AbsolutePath.TrimEnd('/')}/release" }.Uri;

    private HttpRequestMessage Request(Uri address, string secret, string key, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Sign(secret, clock.GetUtcNow(), body));
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
