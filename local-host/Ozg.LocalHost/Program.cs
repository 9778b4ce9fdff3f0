using Ozg.Hosting;
using Ozg.Hosting.Cli;

return await HostCommand.Create(command => HostRun.UntilStoppedAsync(options =>
{
    command(options);

    // The app: its assembly, and the registrations that its own Program.cs makes in Azure.
    options.AddFunctions(typeof(LocalHost).Assembly);

    // What exists only locally, beside the host's own /local/instances and /local/bus.
    options.MapEndpoints = _ => { };
})).Parse(args).InvokeAsync();
