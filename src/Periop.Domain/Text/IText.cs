namespace Periop.Domain.Text;

/// <summary>A text with a rule of its own, stored and sent as a plain JSON string.</summary>
/// <typeparam name="TSelf">The text type itself.</typeparam>
public interface IText<TSelf> where TSelf : struct, IText<TSelf>
{
    /// <summary>The text as given.</summary>
    string Value { get; }

    /// <summary>What is accepted, as a phrase that completes "must be …".</summary>
    static abstract string Rule { get; }

    /// <summary>The most characters that are accepted.</summary>
    static abstract int MaxLength { get; }

    /// <summary>Reads a text; null when it breaks the rule.</summary>
    static abstract TSelf? Read(string text);

    /// <summary>A text as it was stored, whatever the rule is today.</summary>
    static abstract TSelf AsStored(string text);
}
