using System.Text.Json.Serialization;
using Marten;
using Periop.Domain.Text;

namespace Periop.Server.Store;

/// <summary>Who a patient is, apart from the events: deleted, nobody can tell any more whose cases those are.</summary>
/// <param name="Id">The hospital's reference.</param>
/// <param name="PatientId">What stands for the patient in events: random, so that it tells nothing.</param>
public sealed record PatientIdentity(string Id, Guid PatientId)
{
    /// <summary>The patient of a reference; not stored yet, when the hospital has not named it before.</summary>
    public static async Task<PatientIdentity> FindOrBeginAsync(Reference patient, IDocumentSession session, CancellationToken cancellation) =>
        await session.LoadAsync<PatientIdentity>(patient.Value, cancellation) ?? new PatientIdentity(patient.Value, Guid.NewGuid()) { IsNew = true };

    /// <summary>Who it is, as far as somebody said so.</summary>
    public PatientDetails? Details { get; init; }

    /// <summary>Named for the first time, and not stored yet.</summary>
    [JsonIgnore]
    public bool IsNew { get; private init; }

    public static void Configure(StoreOptions options) =>
        options.Schema.For<PatientIdentity>().Duplicate(x => x.PatientId);
}

/// <summary>Who a patient is. Deletable: the events know the patient by a number that then stands for nobody.</summary>
/// <param name="Name">As the hospital writes it.</param>
/// <param name="RecordNumber">The hospital's number for the patient's record.</param>
public sealed record PatientDetails(Note? Name = null, DateOnly? BirthDate = null, Term? RecordNumber = null);
