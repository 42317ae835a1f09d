using Mono.Cecil;

namespace Periop.Server.Tests;

/// <summary>Which namespaces of an assembly use which others of it, told by the types that its code uses.</summary>
sealed class NamespaceGraph
{
    readonly SortedDictionary<string, SortedDictionary<string, string>> uses = new(StringComparer.Ordinal);

    /// <param name="root">Only what lies in or below this namespace is looked at: the rest is made by the compiler.</param>
    public NamespaceGraph(string assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        foreach (var type in module.GetTypes().Where(t => IsBelow(NamespaceOf(t), root)))
            foreach (var used in UsedBy(type).Select(Outermost).OfType<TypeReference>().Where(t => t.Scope == module && IsBelow(t.Namespace, root)))
                Add(NamespaceOf(type), used.Namespace, $"{Outermost(type)!.Name} uses {used.Name}");
    }

    public IEnumerable<string> Namespaces => uses.Keys;

    /// <summary>From, to, and an example.</summary>
    public IEnumerable<(string From, string To, string Example)> Arrows => from one in uses from other in one.Value select (one.Key, other.Key, other.Value);

    /// <summary>A line for each namespace, with those that it uses.</summary>
    public override string ToString() => string.Join('\n', uses.Select(one => $"{one.Key} -> {string.Join(", ", one.Value.Keys)}"));

    void Add(string from, string to, string example)
    {
        var others = uses.TryGetValue(from, out var known) ? known : uses[from] = new(StringComparer.Ordinal);
        if (from != to)
            others.TryAdd(to, example);
    }

    static bool IsBelow(string? name, string root) => name == root || name?.StartsWith(root + ".", StringComparison.Ordinal) is true;

    static string NamespaceOf(TypeReference type) => Outermost(type)!.Namespace;

    static TypeReference? Outermost(TypeReference type)
    {
        var outer = type.GetElementType();
        while (outer?.DeclaringType is { } declaring)
            outer = declaring;
        return outer;
    }

    static IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
        Direct(type).Where(t => t is not null).SelectMany(t => Parts(t!)).Append(type);

    static IEnumerable<TypeReference?> Direct(TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (var one in type.Interfaces)
            yield return one.InterfaceType;
        foreach (var one in type.CustomAttributes
            .Concat(type.Methods.SelectMany(m => m.CustomAttributes)).Concat(type.Properties.SelectMany(p => p.CustomAttributes)))
            yield return one.AttributeType;
        foreach (var one in type.GenericParameters.SelectMany(g => g.Constraints))
            yield return one.ConstraintType;
        foreach (var one in type.Fields)
            yield return one.FieldType;
        foreach (var one in type.Methods.SelectMany(InMethod))
            yield return one;
    }

    static IEnumerable<TypeReference?> InMethod(MethodDefinition method)
    {
        foreach (var one in Signature(method).Concat(method.GenericParameters.SelectMany(g => g.Constraints).Select(c => c.ConstraintType)))
            yield return one;
        if (!method.HasBody)
            yield break;
        foreach (var one in method.Body.Variables)
            yield return one.VariableType;
        foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
            switch (operand)
            {
                case TypeReference used:
                    yield return used;
                    break;
                case FieldReference used:
                    yield return used.DeclaringType;
                    yield return used.FieldType;
                    break;
                case MethodReference used:
                    foreach (var one in Signature(used).Append(used.DeclaringType))
                        yield return one;
                    foreach (var one in (used as GenericInstanceMethod)?.GenericArguments ?? [])
                        yield return one;
                    break;
            }
    }

    static IEnumerable<TypeReference> Signature(MethodReference method) => method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType);

    /// <summary>A list of cases is of lists and of cases.</summary>
    static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        IModifierType modified => Parts(modified.ElementType),
        TypeSpecification special => Parts(special.ElementType),
        _ => [type],
    };
}
