using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Cases;

/// <summary>How often coders decided as the record suggests.</summary>
/// <param name="From">The first local day of the first incision.</param>
/// <param name="To">The day before which it was.</param>
/// <param name="AsOf">The cases as they were then; null: as of the latest settled instant.</param>
sealed record CodingSummaryQuestion(DateOnly? From, DateOnly? To, DateTimeOffset? AsOf) : Question("coding-summary");

/// <summary>Compares what coders decided with what the cases suggest, each as it was at the settled instant.</summary>
sealed class CodingSummaryQuery(Asking asking, RegisterReader registers, CodingReader coding, HospitalDirectory hospitals)
{
    /// <summary>How many cases are read at once.</summary>
    const int Chunk = 1000;

    public static readonly string[] Roles = CodingListQuery.Roles;

    /// <param name="read">Is told of every part that was read: there may be many.</param>
    public Task<Answer<Settled<CodingSummary>>> AskAsync(
        Caller caller, CodingSummaryQuestion question, Action read, CancellationToken cancellation) =>
        asking.AskAsync(caller, question, Roles, () => registers.AnswerAsync<Settled<CodingSummary>>(
            RegisterTable.CaseFacts, caller.Hospital, question.AsOf, null, async register =>
            {
                var (hospital, counted) = (hospitals[caller.Hospital], new CodingCount());
                CodingPlace? place = null;
                do
                {
                    (var found, place) = await coding.ReadAsync(register, hospital, question.From, question.To, true, place, Chunk, cancellation);
                    foreach (var (_, view) in found)
                        counted.Add(view);
                    read();
                }
                while (place is not null);

                return new Settled<CodingSummary>(
                    counted.ToSummary(question, register, hospital), register.AsOf, await register.BehindAsync(cancellation));
            }, cancellation),
            found => new Disclosure(found.Body.Cases));
}
