using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;
using Assert = Xunit.Assert;
using TestContext = Xunit.TestContext;

namespace Periop.Tests;

/// <summary>
/// What a test says of itself about the flag or warning of a code, and is held to: after the test, a case that it looked at has to be so.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class DeclaredAttribute(string code) : BeforeAfterTestAttribute
{
    public string Code { get; } = code;

    protected abstract bool IsSo(IReadOnlySet<string> codes);

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) => Looks.Begin(test);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) =>
        Assert.True(Looks.Of(test).Any(IsSo), $"{GetType().Name} \"{Code}\" is said of this test, and no case that it looked at is so.");
}

/// <summary>The test is about a case that has it.</summary>
public sealed class RaisesAttribute(string code) : DeclaredAttribute(code)
{
    protected override bool IsSo(IReadOnlySet<string> codes) => codes.Contains(Code);
}

/// <summary>The test is about a case that nearly has it.</summary>
public sealed class NearMissOfAttribute(string code) : DeclaredAttribute(code)
{
    protected override bool IsSo(IReadOnlySet<string> codes) => !codes.Contains(Code);
}

/// <summary>The codes that a declared test was shown, each time it looked.</summary>
static class Looks
{
    public static void Begin(IXunitTest test) => TestContext.Current.KeyValueStorage.TryAdd(Key(test), new ConcurrentQueue<IReadOnlySet<string>>());

    public static IEnumerable<IReadOnlySet<string>> Of(IXunitTest test) =>
        (ConcurrentQueue<IReadOnlySet<string>>)TestContext.Current.KeyValueStorage[Key(test)]!;

    /// <summary>Called where tests look at the flags or warnings of a case. Tests that declare nothing are left alone.</summary>
    public static void Note(IEnumerable<string> codes)
    {
        var context = TestContext.Current;
        if (context.Test is { } test && context.KeyValueStorage.GetValueOrDefault(Key(test)) is ConcurrentQueue<IReadOnlySet<string>> looks)
            looks.Enqueue(codes.ToHashSet());
    }

    static string Key(Xunit.Sdk.ITest test) => $"looks {test.UniqueID}";
}

/// <summary>Which codes the tests of some classes are about.</summary>
static class DeclaredTests
{
    /// <summary>The codes that tests of these classes declare in one way. A method that is never run declares nothing.</summary>
    public static IReadOnlySet<string> Codes<TDeclared>(params IEnumerable<Type> classes) where TDeclared : DeclaredAttribute =>
        classes.SelectMany(c => c.GetMethods()).Where(IsRun).SelectMany(m => m.GetCustomAttributes<TDeclared>()).Select(d => d.Code).ToHashSet();

    static bool IsRun(MethodInfo method) => method.GetCustomAttributes().OfType<IFactAttribute>().Any(f => f is { Skip: null, Explicit: false });
}
