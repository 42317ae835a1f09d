namespace Periop.Domain.Tests.Cases.Flags;

/// <summary>The flag rule that a test is about.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RuleAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}
