using System.Globalization;
using Ozg.Hosting.Cli;

namespace Ozg.Hosting.Tests;

public sealed class CliTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("cli-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Options_reach_the_host()
    {
        var options = new LocalHostOptions();
        var command = HostCommand.Create(configure =>
        {
            configure(options);
            return Task.FromResult(7);
        });

        var code = await command.Parse(["--port", "8080", "--data", "state", "--no-azurite", "--enforce-keys", "--replay-in-full"]).InvokeAsync();

        Assert.Equal(7, code);
        Assert.Equal((8080, "state", false), (options.Port, options.DataFolder, options.StartAzurite));
        Assert.True(options is { EnforceKeys: true, ReplayInFull: true });
    }

    [Theory]
    [InlineData("", false, null)]
    [InlineData("--clock", true, null)]
    [InlineData("--clock 2026-12-18T09:00:00Z", true, "2026-12-18T09:00:00Z")]
    [InlineData("--clock 2026-12-18 --port 8080", true, "2026-12-18T00:00:00Z")]
    public async Task A_clock_starts_now_or_at_a_moment(string arguments, bool adjustable, string? start)
    {
        var options = new LocalHostOptions();

        await HostCommand.Create(configure =>
        {
            configure(options);
            return Task.FromResult(0);
        }).Parse(arguments).InvokeAsync();

        Assert.Equal(adjustable, options.AdjustableClock);
        Assert.Equal(start is null ? null : DateTimeOffset.Parse(start, CultureInfo.InvariantCulture), options.ClockStart);
    }

    [Fact]
    public void A_moment_that_is_none_is_refused()
    {
        var parsed = HostCommand.Create(_ => Task.FromResult(0)).Parse(["--clock", "tomorrow"]);

        Assert.Equal("--clock: 'tomorrow' is no moment such as 2026-12-18T09:00:00Z.", Assert.Single(parsed.Errors).Message);
    }

    [Fact]
    public void Settings_come_from_ones_own_file_before_the_sample_and_from_here_before_the_repositorys_root()
    {
        var here = _root.CreateSubdirectory("src/app");
        _root.CreateSubdirectory(".git");
        var sample = Write(_root, "local.settings.sample.json", """{"IsEncrypted": false, "Values": {"A": "sample"}}""");
        Assert.Equal(sample, LocalSettingsFile.Find(here.FullName));

        var own = Write(_root, "local.settings.json", """{"Values": {"A": "own", /* a comment */ "B__C": "x"}}""");
        Assert.Equal(own, LocalSettingsFile.Find(here.FullName));
        Assert.Equal("own", LocalSettingsFile.Read(own)["A"]);

        var nearest = Write(here, "local.settings.json", """{"Values": {}}""");
        Assert.Equal(nearest, LocalSettingsFile.Find(here.FullName));
    }

    [Fact]
    public void A_broken_settings_file_is_named()
    {
        var broken = Write(_root, "local.settings.json", "{");

        var refused = Assert.Throws<LocalHostException>(() => LocalSettingsFile.Read(broken));

        Assert.StartsWith($"{broken} is not valid", refused.Message, StringComparison.Ordinal);
    }

    private static string Write(DirectoryInfo folder, string name, string content)
    {
        var file = Path.Combine(folder.FullName, name);
        File.WriteAllText(file, content);
        return file;
    }
}
