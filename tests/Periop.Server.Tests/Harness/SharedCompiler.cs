using System.Collections.Concurrent;
using System.Reflection;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using JasperFx.RuntimeCompiler;

namespace Periop.Server.Tests;

/// <summary>
/// Store and messaging write the same code in every host, and each would have it compiled anew: here the first does it for all. Of what a host
/// costs, compiling is most.
/// </summary>
sealed class SharedCompiler : IAssemblyGenerator
{
    static readonly ConcurrentDictionary<string, Lazy<Assembly>> Compiled = new();

    readonly AssemblyGenerator compiler = new();

    public string? AssemblyName
    {
        get => compiler.AssemblyName;
        set => compiler.AssemblyName = value;
    }

    public void ReferenceAssembly(Assembly assembly) => compiler.ReferenceAssembly(assembly);

    public void ReferenceAssemblyContainingType<T>() => compiler.ReferenceAssemblyContainingType<T>();

    public Assembly Generate(Action<ISourceWriter> write) => compiler.Generate(write);

    public Assembly Generate(string code) => compiler.Generate(code);

    public void Compile(GeneratedAssembly generatedAssembly, IServiceVariableSource? services = null) => Compile(generatedAssembly, services, out _);

    public void Compile(GeneratedAssembly generatedAssembly, IServiceVariableSource? services, out string code)
    {
        code = generatedAssembly.GenerateCode(services);
        generatedAssembly.AttachAssembly(Compiled.GetOrAdd(code, text => new(() => Compile(generatedAssembly, text))).Value);
    }

    static Assembly Compile(GeneratedAssembly generated, string code)
    {
        var once = new AssemblyGenerator();
        foreach (var needed in generated.Rules.Assemblies.Concat(generated.AllReferencedAssemblies())
            .Concat(generated.GeneratedTypes.SelectMany(type => type.AssemblyReferences())).Append(typeof(AssemblyGenerator).Assembly).Distinct())
            once.ReferenceAssembly(needed);
        return once.Generate(code);
    }
}
