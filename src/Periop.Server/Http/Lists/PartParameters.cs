namespace Periop.Server.Http.Lists;

/// <summary>How a list is asked for over HTTP, besides what it is about.</summary>
sealed record PartParameters(string? Format, string? Limit, string? Cursor)
{
    /// <summary>What the part of a list that a page shows is called in its address.</summary>
    public const string Place = "cursor";

    public IResult? Read<TCursor>(HttpRequest request, out ListFormat asked, out int take, out TCursor? from) where TCursor : class =>
        Paging.Read(request, Format, Limit, Cursor, out asked, out take, out from);

    /// <summary>Reads which part a page shows.</summary>
    public static IResult? ReadPlace<TCursor>(HttpRequest request, out int take, out TCursor? from) where TCursor : class =>
        Paging.Read(request, ListFormat.Json.Name, null, request.Query[Place].ToString() is { Length: > 0 } place ? place : null, out _, out take, out from);
}
