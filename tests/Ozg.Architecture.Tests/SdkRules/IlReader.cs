using System.Reflection;
using System.Reflection.Emit;

namespace Ozg.Architecture.Tests.SdkRules;

/// <summary>One instruction; its operand if that is a member or a string, null otherwise.</summary>
internal readonly record struct Instruction(OpCode Code, object? Operand);

/// <summary>Reads a method's body, as far as members and strings go.</summary>
internal static class IlReader
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static IEnumerable<Instruction> Read(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == OpCodes.Prefix1.Value ? Codes[(short)((il[at] << 8) | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            yield return new Instruction(code, Operand(code, method, il, at));
            at += OperandSize(code, il, at);
        }
    }

    private static object? Operand(OpCode code, MethodBase method, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineString => method.Module.ResolveString(BitConverter.ToInt32(il, at)),
        OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok =>
            method.Module.ResolveMember(
                BitConverter.ToInt32(il, at),
                method.DeclaringType?.GetGenericArguments(),
                method.IsGenericMethod ? method.GetGenericArguments() : null),
        _ => null,
    };

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
        _ => 4,
    };
}
