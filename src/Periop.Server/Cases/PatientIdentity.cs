using Marten;

namespace Periop.Server.Cases;

/// <summary>Who a patient is, apart from the events: deleted, nobody can tell any more whose cases those are.</summary>
/// <param name="Id">The hospital's reference.</param>
/// <param name="PatientId">What stands for the patient in events: random, so that it tells nothing.</param>
public sealed record PatientIdentity(string Id, Guid PatientId)
{
    public static void Configure(StoreOptions options) =>
        options.Schema.For<PatientIdentity>().Duplicate(x => x.PatientId);
}
