using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Marten;
using Marten.Schema;
using Marten.Schema.Indexing.Unique;
using Weasel.Core.Partitioning;

namespace Periop.Server.Access;

/// <summary>Who read or wrote what, and what came of it. Written before the answer leaves.</summary>
/// <param name="Action">The path's name: of a command, or of what was read; <c>unknown</c> when there is no such operation.</param>
/// <param name="Outcome">
/// As <c>200</c>: the status that was answered. Entries of the first release have words: <c>recorded</c>, <c>refused case-called-off</c>.
/// </param>
public sealed record AccessEntry(Guid Id, DateTimeOffset At, string Subject, string Action, Guid? CaseId, string Outcome)
{
    public const string Schema = "periop_access";

    /// <summary>So many months are made before they begin.</summary>
    public const int MonthsAhead = 12;

    /// <summary>The patient whose identity was read, changed or erased, or whom a command named, as the hospital refers to the patient.</summary>
    public string? PatientRef { get; init; }

    /// <summary>What was asked.</summary>
    public JsonObject? Question { get; init; }

    /// <summary>How much the answer told; null where nothing was told, or a whole list had only begun.</summary>
    public Disclosure? Disclosed { get; init; }

    /// <param name="caseId">The empty one, which stands for what was malformed, is of no case.</param>
    public static AccessEntry By(string subject, string action, Guid? caseId, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), at, subject, action, caseId == Guid.Empty ? null : caseId, "");

    /// <summary>Kept in months, so that one is dropped as a whole when it has aged. Found by time, and by what auditors ask about.</summary>
    public static void Configure(StoreOptions options, string schema, TimeProvider clock) =>
        options.Schema.For<AccessEntry>().DatabaseSchemaName(schema)
            .Metadata(metadata => metadata.DisableInformationalFields())        // written once, never changed: no versions, no last change
            .Duplicate(x => x.At)
            .PartitionOn(x => x.At, by => by.ByRollingRange(RollingWindowPolicy.Monthly(MonthsAhead, periodsBehind: 0), clock))
            .Index(x => x.Subject, PerHospital).Index(x => x.CaseId!, PerHospital).Index(x => x.PatientRef!, PerHospital);

    static void PerHospital(ComputedIndex index) => index.TenancyScope = TenancyScope.PerTenant;
}

/// <summary>How much an answer told.</summary>
/// <param name="Count">How many things.</param>
/// <param name="CaseIds">The cases they are of, in a page of a list.</param>
public sealed record Disclosure(int Count, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? CaseIds = null)
{
    public static readonly Disclosure One = new(1);
}
