using System.Globalization;
using Ozg.Core.Forms;
using Ozg.Core.Processes;

namespace Ozg.Core.Catalogue;

/// <summary>
/// What a recipient gets may be named by the numbers of the official paper form, as laws do: <c>#13</c>, <c>#29-31</c>. A plan holds
/// pointers only. Whoever counts by numbers gets numbered fields only: what the paper form does not ask for goes to nobody.
/// </summary>
internal static class FieldNumbers
{
    /// <summary>The steps with pointers in place of numbers.</summary>
    public static IReadOnlyList<Step> Resolve(IReadOnlyList<Step> steps, FormSchema form) => [.. steps.Select(step => Resolve(step, form))];

    /// <summary>What does not lead to a field of the form.</summary>
    public static IEnumerable<(string Field, string What)> Check(Step.Deliver step, FormSchema form) =>
        Check(step, "without", step.Without, form).Concat(Check(step, "only", step.Only, form));

    private static IEnumerable<(string Field, string What)> Check(Step.Deliver step, string field, IReadOnlyList<string>? names, FormSchema form)
    {
        foreach (var (index, name) in (names ?? []).Index())
        {
            if (!name.StartsWith('#'))
            {
                if (!form.HasField(name))
                    yield return ($"{field}/{index}", $"The form has no field '{name}' that step '{step.Id}' could name.");
            }
            else if (Range(name) is not { } numbers)
            {
                yield return ($"{field}/{index}", $"'{name}' is not a number of the paper form; write '#13' or '#29-31'.");
            }
            else if (numbers.FirstOrDefault(number => form.FieldsNumbered(number).Count == 0) is var missing and > 0)
            {
                yield return ($"{field}/{index}", $"No field of the form has the number {missing} (x-fieldNumber), which step '{step.Id}' names.");
            }
        }
    }

    private static Step Resolve(Step step, FormSchema form) => step switch
    {
        Step.Deliver deliver => deliver with { Without = Without(deliver.Without, form), Only = deliver.Only is { } only ? Pointers(only, form) : null },
        Step.Branch branch => branch with { Then = Resolve(branch.Then, form), Else = branch.Else is { } other ? Resolve(other, form) : null },
        Step.Parallel parallel => parallel with { Branches = [.. parallel.Branches.Select(way => Resolve(way, form))] },
        _ => step,
    };

    private static IReadOnlyList<string>? Without(IReadOnlyList<string>? names, FormSchema form)
    {
        if (names is null)
            return null;
        var pointers = Pointers(names, form);
        return names.Any(name => name.StartsWith('#')) ? [.. pointers.Union(form.FieldsWithoutNumber)] : pointers;
    }

    private static IReadOnlyList<string> Pointers(IReadOnlyList<string> names, FormSchema form) =>
        [.. names.SelectMany(name => Range(name)?.SelectMany(form.FieldsNumbered) ?? [name]).Distinct()];

    private static IEnumerable<int>? Range(string name)
    {
        var ends = name.TrimStart('#').Split('-');
        return name.StartsWith('#') && ends.Length is 1 or 2 && Number(ends[0]) is { } first && Number(ends[^1]) is { } last && first <= last
            ? Enumerable.Range(first, last - first + 1)
            : null;
    }

    private static int? Number(string digits) =>
        digits.Length is > 0 and <= 3 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
