using Periop.Domain.Record;

namespace Periop.Server.Http;

/// <summary>The id under which a command is recorded once, however often it is sent: in its body, or as <c>Idempotency-Key</c>.</summary>
static class EntryIds
{
    /// <summary>Reads the id; the problem when it is none, or two.</summary>
    public static IResult? Read(HttpRequest request, ICommand command, out Guid? entryId)
    {
        entryId = command.EntryId;
        if (entryId == Guid.Empty)
            return Problems.Shape("/entryId", "must not be the empty UUID");
        if (request.Headers["Idempotency-Key"] is not [{ } key, ..] keys)
            return null;
        if (keys.Count > 1)
            return Problems.Of(400, "two-entry-ids", "There is more than one Idempotency-Key.");
        if (!Guid.TryParse(key.Trim('"'), out var fromHeader) || fromHeader == Guid.Empty)
            return Problems.Of(400, "invalid-idempotency-key", "The Idempotency-Key must be a UUID.");
        if (entryId is { } fromBody && fromBody != fromHeader)
            return Problems.Of(400, "two-entry-ids", "entryId and Idempotency-Key are different.");
        entryId = fromHeader;
        return null;
    }
}
