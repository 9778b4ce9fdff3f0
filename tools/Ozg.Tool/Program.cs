using Ozg.Tool;
using Spectre.Console;

return OzgCommand.Run(AnsiConsole.Console, TimeProvider.System, args);
