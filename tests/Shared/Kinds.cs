using System.Reflection;
using System.Text.Json.Serialization;
using Ozg.Core.Cases;
using Ozg.Core.Kommunen;
using Ozg.Core.Processes;

namespace Ozg.Tests;

/// <summary>
/// The kinds of a closed hierarchy, with a sample of each that is made from what it asks for: a new kind walks through every test of
/// these without a line here.
/// </summary>
internal static class Kinds
{
    /// <summary>Every text in a sample, and so its step.</summary>
    public const string It = "it";

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero); // a Monday
    public static readonly CaseId Id = CaseId.Derive(new("06411000"), "dog-tax", "key");

    public static IReadOnlyList<Type> Of<T>() => [.. typeof(T).GetNestedTypes().Where(typeof(T).IsAssignableFrom)];

    public static TheoryData<Type> All<T>() => [.. Of<T>()];

    /// <summary>As JSON calls it.</summary>
    public static string NameOf(Type kind) =>
        (string)kind.BaseType!.GetCustomAttributes<JsonDerivedTypeAttribute>().Single(named => named.DerivedType == kind).TypeDiscriminator!;

    /// <summary>A sample that says all it can.</summary>
    public static T Sample<T>(Type kind) => (T)new Maker(all: true).Make(kind);

    /// <summary>A sample that says no more than it must.</summary>
    public static T Bare<T>(Type kind) => (T)new Maker(all: false).Make(kind);

    /// <summary>A step of a kind that says all it can but when it is taken: it always is.</summary>
    public static Step Taken(Type kind) => Sample<Step>(kind) with { When = null, Unless = null, On = null };

    /// <summary>Fails until every kind is in exactly one list: somebody has to decide about a new one.</summary>
    public static void AreSorted<T>(params IEnumerable<Type>[] lists) =>
        Assert.Equal(Of<T>().Select(kind => kind.Name).Order(), lists.SelectMany(list => list).Select(kind => kind.Name).Order());

    private sealed class Maker(bool all)
    {
        private readonly NullabilityInfoContext _nullability = new();
        private int _ids;

        public object Make(Type type) => type switch
        {
            _ when Nullable.GetUnderlyingType(type) is { } value => Make(value),
            _ when type == typeof(string) => It,
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 1,
            _ when type == typeof(long) => 100L,
            _ when type == typeof(DateTimeOffset) => Noon,
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Noon.Date),
            _ when type == typeof(Uri) => new Uri("https://it.example/"),
            _ when type == typeof(CaseId) => Id,
            _ when type == typeof(TaskId) => TaskId.For(Id, It, 1),
            _ when type == typeof(Ags) => Id.Kommune,
            _ when type == typeof(Step) => new Step.Check { Id = NextId() }, // what holds others says nothing by them
            { IsEnum: true } => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => Two(type.GetGenericArguments()[0]),
            { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => Map(type.GetGenericArguments()),
            _ => Record(type),
        };

        private Array Two(Type type)
        {
            var two = Array.CreateInstance(type, 2);
            two.SetValue(Make(type), 0);
            two.SetValue(Make(type), 1);
            return two;
        }

        private object Map(Type[] types)
        {
            var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(types))!;
            map[Make(types[0])] = Make(types[1]);
            return map;
        }

        private object Record(Type type)
        {
            var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length)!;
            var parameters = constructor.GetParameters();
            var made = constructor.Invoke([.. parameters.Select(one => all || !IsNullable(_nullability.Create(one)) ? Make(one.ParameterType) : null)]);
            var rest = type.GetProperties().Where(one => one.CanWrite && !parameters.Any(known => string.Equals(known.Name, one.Name, StringComparison.OrdinalIgnoreCase)));
            foreach (var property in rest.Where(one => all || one.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))))
                property.SetValue(made, (property.Name, property.PropertyType) == (nameof(Step.Id), typeof(string)) ? NextId() : Make(property.PropertyType));
            return made;
        }

        private static bool IsNullable(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable;

        private string NextId() => ++_ids == 1 ? It : $"{It}-{_ids}";
    }
}
