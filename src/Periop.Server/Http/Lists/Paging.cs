using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Periop.Server.Json;

namespace Periop.Server.Http.Lists;

/// <summary>One page of a list, and where the next begins; null when there is none.</summary>
sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>The paging of lists: how many, and from where.</summary>
static class Paging
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 500;

    static readonly JsonSerializerOptions Whole = new()
    {
        RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new InstantConverter() },
    };

    /// <summary>
    /// Reads how a list is asked for: its format, and for a page <c>limit</c> and <c>cursor</c>, which a whole list does not have. The
    /// problem when they cannot be meant.
    /// </summary>
    public static IResult? Read<TCursor>(
        HttpRequest request, string? format, string? limit, string? cursor, out ListFormat asked, out int take, out TCursor? from)
        where TCursor : class
    {
        (take, from) = (DefaultLimit, null);
        if (ListFormat.Read(request, format, out asked) is { } unknown)
            return unknown;
        if (asked.IsWhole)
            return limit is not null ? Problems.Shape("/limit", $"is for pages: {asked.Name} is the whole list")
                : cursor is not null ? Problems.Shape("/cursor", $"is for pages: {asked.Name} is the whole list")
                : null;
        if (limit is not null && (!int.TryParse(limit, out take) || take is < 1 or > MaxLimit))
            return Problems.Shape("/limit", "must be a number from 1 to 500");
        if (cursor is null)
            return null;
        try
        {
            from = JsonSerializer.Deserialize<TCursor>(WebEncoders.Base64UrlDecode(cursor), Whole);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            from = null;
        }

        return from is not null && InstantsOf(from).All(instant => AsOf.MayHaveBeen(request.HttpContext, instant))
            ? null : Problems.Shape("/cursor", "must be the next of a page");
    }

    /// <summary>A page, and where the next one begins; null when there is none.</summary>
    public static Page<T> PageOf<T>(IEnumerable<T> items, object? next) => new([.. items], CursorOf(next));

    /// <summary>All of them are of what was recorded or asked before.</summary>
    static IEnumerable<DateTimeOffset> InstantsOf<TCursor>(TCursor cursor) =>
        typeof(TCursor).GetProperties().Where(p => p.PropertyType == typeof(DateTimeOffset)).Select(p => (DateTimeOffset)p.GetValue(cursor)!);

    public static string? CursorOf(object? next) =>
        next is null ? null : WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(next, next.GetType()));
}
