using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Http;

namespace Periop.Server.Audit.Lists;

/// <summary>Reads what a list is narrowed by: null where nothing is said, the problem where it cannot be read.</summary>
static class ListFilters
{
    /// <param name="first">The first local day.</param>
    /// <param name="end">The day before which.</param>
    public static IResult? ReadDays(string? from, string? to, out DateOnly? first, out DateOnly? end)
    {
        first = LocalDate.TryRead(from, out var begin) ? begin : null;
        end = LocalDate.TryRead(to, out var over) ? over : null;
        return from is not null && first is null ? Problems.Shape("/from", LocalDate.Rule)
            : to is not null && end is null ? Problems.Shape("/to", LocalDate.Rule)
            : first > end ? Problems.Shape("/to", "must not be before from")
            : null;
    }

    /// <summary>A label, such as a room's or surgeon's, as it is stored.</summary>
    public static IResult? ReadLabel(string name, string? text, out string? label)
    {
        label = NameAsked.Read(text);
        return text is not null && label is null ? Problems.Shape($"/{name}", $"must be {Label.Rule}") : null;
    }

    public static IResult? ReadWord<TEnum>(string name, string? text, out TEnum? value) where TEnum : struct, Enum
    {
        value = text is null ? null : Vocabulary.TryRead<TEnum>(text, out var read) ? read : null;
        return text is not null && value is null ? Problems.NoneOf($"/{name}", Vocabulary.Words<TEnum>()) : null;
    }
}
