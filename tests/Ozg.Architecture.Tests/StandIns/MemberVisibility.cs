using System.Reflection;

namespace Ozg.Architecture.Tests.StandIns;

/// <summary>Who sees a member, and who may override it.</summary>
internal static class MemberVisibility
{
    public static bool IsSeen(this MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static string Access(this MethodBase method) => method switch
    {
        { IsFamily: true } => "protected",
        { IsFamilyOrAssembly: true } => "protected internal",
        _ => "",
    };

    public static string Modifiers(this MethodInfo method) =>
        string.Join(' ', new[] { method.Access(), Slot(method) }.Where(word => word.Length > 0));

    private static string Slot(MethodInfo method)
    {
        if (method.IsStatic)
            return "static";
        if (method.DeclaringType!.IsInterface)
            return method.IsAbstract ? "" : "default";

        var isNew = method.Attributes.HasFlag(MethodAttributes.NewSlot);
        return method switch
        {
            { IsAbstract: true } => isNew ? "abstract" : "abstract override",
            { IsVirtual: true, IsFinal: false } => isNew ? "virtual" : "override",
            { IsVirtual: true } when !isNew => "sealed override",
            _ => "",
        };
    }
}
