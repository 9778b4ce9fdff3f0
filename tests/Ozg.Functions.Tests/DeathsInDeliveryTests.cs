using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static Ozg.Functions.Tests.Pipeline;

namespace Ozg.Functions.Tests;

/// <summary>Service Bus counts a delivery that died with its process like one that failed.</summary>
public sealed class DeathsInDeliveryTests
{
    // Found by the soak on a machine so busy that no life got a delivery done: the tenth made it a dead letter.
    [Fact]
    public async Task A_result_whose_process_dies_over_and_over_while_it_is_delivered_still_arrives()
    {
        var hangs = true;
        await using var backOffice = new BackOffice(async aborted =>
        {
            if (hangs)
                await Task.Delay(Timeout.Infinite, aborted);
            return Results.Ok();
        });
        await backOffice.StartAsync();
        var (folder, storage) = (Directory.CreateTempSubdirectory("ozg-deaths-"), await NewStorageAsync());
        Task<Pipeline> NextLifeAsync() => StartAsync(options =>
        {
            options.DataFolder = folder.FullName;
            options.Settings["AzureWebJobsStorage"] = storage;
            options.Settings["BackOffice__Targets__default__steuern__Url"] = backOffice.Address;
        });

        JsonNode? receipt = null;
        for (var life = 1; life <= 12; life++)
        {
            await using var dies = await NextLifeAsync();
            receipt ??= await DecidedAsync(dies);
            await KillTests.EventuallyAsync(() => Task.FromResult(backOffice.Tries >= life));
        }

        hangs = false;
        await using var lives = await NextLifeAsync();
        await lives.IdleAsync();

        Assert.Equal("completed", (string?)(await lives.StatusAsync(receipt!))["status"]);
        Assert.Single(backOffice.Kept);
        folder.Delete(recursive: true);
    }

    private static async Task<JsonNode> DecidedAsync(Pipeline pipeline)
    {
        var receipt = await pipeline.SubmitAsync(Darmstadt);
        var anna = await pipeline.TokenAsync(Darmstadt, "anna");
        var task = Assert.Single(await pipeline.TasksAsync(Darmstadt, anna, receipt));
        using var decided = await pipeline.ActAsync(Darmstadt, anna, task, "decision", new { outcome = "approve" });
        Assert.Equal(HttpStatusCode.Accepted, decided.StatusCode);
        return receipt;
    }
}
