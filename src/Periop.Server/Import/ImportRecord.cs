using Marten;
using Periop.Domain.Cases;

namespace Periop.Server.Import;

/// <summary>That a file was imported, so that it can be taken back.</summary>
public sealed record ImportRecord(Guid Id, DateTimeOffset At, string By);

/// <summary>What one row of a file recorded. It says nothing of anybody.</summary>
public sealed record ImportedEntries(Guid Id, Guid ImportId, Guid CaseId, IReadOnlyList<Guid> EntryIds)
{
    public static ImportedEntries Of(Guid importId, Guid caseId, IReadOnlyList<Entry> recorded) =>
        new(Guid.CreateVersion7(), importId, caseId, [.. recorded.Select(e => e.Id)]);

    public static void Configure(StoreOptions options)
    {
        options.Schema.For<ImportRecord>();
        options.Schema.For<ImportedEntries>().Index(x => new { x.ImportId, x.CaseId });
    }
}
