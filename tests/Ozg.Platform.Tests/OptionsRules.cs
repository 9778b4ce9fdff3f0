using System.ComponentModel.DataAnnotations;

namespace Ozg.Platform.Tests;

/// <summary>What the app says at its start about options.</summary>
internal static class OptionsRules
{
    public static IReadOnlyList<string> MistakesOf(object options)
    {
        var mistakes = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), mistakes, validateAllProperties: true);
        return [.. mistakes.Select(mistake => mistake.ErrorMessage!)];
    }
}
