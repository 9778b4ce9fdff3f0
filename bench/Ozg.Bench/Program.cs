using Ozg.Benchmarks;

#if DEBUG
Console.Error.WriteLine("Measure the release build: dotnet run -c Release --project bench/Ozg.Bench");
#endif

if (args is ["catalogue"]) // in a process of its own, so that the first load is a first load
{
    Console.WriteLine($"""
        | Kommunen | offers | first load of a process | of the processor | each further load | of the processor | reading and hashing the files | times as long |
        |--:|--:|--:|--:|--:|--:|--:|--:|
        {CatalogueSpeed.Run()}
        """);
    return;
}

if (args is ["engine"])
{
    Console.WriteLine($"""
        ## The process engine

        Yardstick: each event written as JSON and hashed, as the journal does.

        | events | events/s of one core | yardstick/s | ratio |
        |--:|--:|--:|--:|
        {EngineSpeed.Run()}
        """);
    return;
}

// The table goes to the output, to be kept; how far it is, to the terminal.
var folder = Directory.CreateTempSubdirectory("ozg-bench-").FullName;
try
{
    Console.Error.WriteLine("Raw commits …");
    var rawCommits = RawCommits.PerSecond(folder);
    Console.WriteLine($"""
        # The local engine

        {Machine.Describe(folder)}. Load before it began: {Machine.Load()}. Written by `dotnet run -c Release --project bench/Ozg.Bench`.

        ## Orchestrations, each with five activities and one event

        Every commit is flushed to the disk (WAL, `synchronous = FULL`).

        | concurrent | orchestrations/s | commits each | processor time each | share of the in-memory loop/s | commits/s as a share of raw ones |
        |--:|--:|--:|--:|--:|--:|
        """);
    foreach (var concurrent in (int[])[1, 16, 256])
    {
        Console.Error.WriteLine($"{concurrent} concurrent …");
        Console.WriteLine(await Throughput.RunAsync(folder, concurrent, rawCommits));
    }

    Console.Error.WriteLine("History length …");
    Console.WriteLine("""

        ## One step of a long orchestration

        | steps | time each |
        |--:|--:|
        """);
    foreach (var line in await HistoryLength.RunAsync(folder))
        Console.WriteLine(line);

    Console.Error.WriteLine("Waiting instances …");
    Console.WriteLine($"""

        ## Instances that wait for an event

        | instances | bytes of heap each | bytes of resident memory each | started in |
        |--:|--:|--:|--:|
        {await WaitingMemory.RunAsync(folder)}
        """);
}
finally
{
    Directory.Delete(folder, recursive: true);
}
