using Ozg.Hosting;
using Ozg.Hosting.Cli;

return await HostCommand.Create(command => HostRun.UntilStoppedAsync(options =>
{
    OzgApp.Configure(options, Directory.GetCurrentDirectory());
    command(options);
})).Parse(args).InvokeAsync();
