using Marten;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;

namespace Periop.Server.Store;

/// <summary>What is written when entries are recorded: the events, the summary if it changed, a patient named for the first time.</summary>
static class CaseWriter
{
    public static void Write(
        IDocumentSession session, SurgicalCase? before, SurgicalCase after, IReadOnlyList<Entry> added, PatientIdentity? patient, Hospital hospital)
    {
        CaseStream.Append(session, after, added);
        var summary = CaseSummary.Of(after, hospital);
        if (before is null || CaseSummary.Of(before, hospital) != summary)
            session.Store(summary);
        if (patient is { IsNew: true })
            session.Insert(patient);        // not stored over the one that another first case has made meanwhile
    }
}
