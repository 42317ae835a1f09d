using Periop.Server.Json;

namespace Periop.Server.Http.Lists;

/// <summary>How a list is asked for: in pages of JSON, or whole.</summary>
sealed record ListFormat(string Name, string ContentType)
{
    public static readonly ListFormat Json = new("json", "application/json");
    public static readonly ListFormat Csv = new("csv", "text/csv");
    public static readonly ListFormat Ndjson = new("ndjson", JsonLines.ContentType);

    static readonly ListFormat[] All = [Json, Csv, Ndjson];

    public bool IsWhole => this != Json;

    /// <summary>Reads what the query says, else <c>Accept</c>; the problem when the query's word is none.</summary>
    public static IResult? Read(HttpRequest request, string? format, out ListFormat asked)
    {
        var named = format is null ? Accepted(request) : Array.Find(All, f => f.Name == format);
        asked = named ?? Json;
        return named is null && format is not null ? Problems.NoneOf("/format", All.Select(f => f.Name)) : null;
    }

    /// <summary>The first of ours that the client would rather have than others of ours.</summary>
    static ListFormat? Accepted(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1)
            .Select(a => Array.Find(All, f => a.MediaType.Equals(f.ContentType, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(f => f is not null);
}
