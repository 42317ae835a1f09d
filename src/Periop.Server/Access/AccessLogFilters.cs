using Periop.Domain.Text;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Json;

namespace Periop.Server.Access;

/// <summary>What of the access log is asked for: the same to the interface and on the page.</summary>
static class AccessLogFilters
{
    const string DateOrInstant = LocalDate.Rule + ", or a time with offset";

    /// <summary>The problem with what was said, or null and the question.</summary>
    /// <param name="said">What a filter says, by its name; null where it is not there.</param>
    public static IResult? Read(Func<string, string?> said, Hospital hospital, out AccessLogQuestion? question)
    {
        question = null;
        var (from, to) = (Begin(said("from"), hospital), Begin(said("to"), hospital));
        if (said("from") is not null && from is null)
            return Problems.Shape("/from", DateOrInstant);
        if (said("to") is not null && to is null)
            return Problems.Shape("/to", DateOrInstant);
        Guid? caseId = Guid.TryParse(said("caseId"), out var id) ? id : null;
        if (said("caseId") is not null && caseId is null)
            return Problems.Shape("/caseId", "must be a UUID");
        var (patient, action, outcome) = (Read<Reference>(said("patientRef")), Read<Term>(said("action")), Read<Term>(said("outcome")));
        if (said("patientRef") is not null && patient is null)
            return Problems.Shape("/patientRef", $"must be {Reference.Rule}");
        if (said("action") is not null && action is null)
            return Problems.Shape("/action", $"must be {Term.Rule}");
        if (said("outcome") is not null && outcome is null)
            return Problems.Shape("/outcome", $"must be {Term.Rule}");
        question = new AccessLogQuestion(from, to, said("subject"), caseId, patient?.Value, action?.Value, outcome?.Value);
        return null;
    }

    static T? Read<T>(string? text) where T : struct, IText<T> => text is null ? null : T.Read(text);

    /// <summary>A date means the beginning of that day in the hospital.</summary>
    static DateTimeOffset? Begin(string? text, Hospital hospital) =>
        text is null ? null
        : LocalDate.TryRead(text, out var date) ? hospital.BeginOf(date)
        : InstantConverter.Parse(text);
}
