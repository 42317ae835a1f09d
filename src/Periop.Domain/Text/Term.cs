namespace Periop.Domain.Text;

/// <summary>A short term from a vocabulary that the hospital keeps itself: a drug, a service, a procedure family.</summary>
public readonly record struct Term(string Value) : IText<Term>
{
    public static string Rule => "a term of 1 to 64 characters without control characters";

    public static int MaxLength => 64;

    public static Term? Read(string text) =>
        text.Length is >= 1 and <= 64 && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl) ? new Term(text) : null;

    public static Term AsStored(string text) => new(text);

    public override string ToString() => Value;
}
