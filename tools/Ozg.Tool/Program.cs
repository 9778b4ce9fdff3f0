using Ozg.Tool;
using Spectre.Console;

return OzgCommand.Create(AnsiConsole.Console, TimeProvider.System).Parse(args).Invoke();
