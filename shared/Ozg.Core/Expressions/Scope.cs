using System.Text.Json;
using Ozg.Core.Deadlines;

namespace Ozg.Core.Expressions;

/// <summary>All that an expression can see of a case.</summary>
/// <param name="Application">The application, valid by its form.</param>
/// <param name="Received">The calendar day in Germany on which it was received; the only moment an expression knows.</param>
/// <param name="Attached">The kinds of the files that came with it.</param>
/// <param name="Calendar">The holidays of the Land and the days on which the Kommune's offices are closed.</param>
public sealed record Scope(JsonElement Application, DateOnly Received, IReadOnlyCollection<string> Attached, LegalCalendar Calendar);
