namespace Periop.Server.Http;

/// <summary>An id in a path. One that is malformed is the id of nothing, so that it goes the way of an unknown one and is answered like it.</summary>
readonly record struct PathId(Guid Value) : IParsable<PathId>
{
    public static implicit operator Guid(PathId id) => id.Value;

    public static PathId Parse(string? text, IFormatProvider? provider) => new(Guid.TryParse(text, out var id) ? id : Guid.Empty);

    public static bool TryParse(string? text, IFormatProvider? provider, out PathId result)
    {
        result = Parse(text, provider);
        return true;
    }
}
