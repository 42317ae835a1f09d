using Marten;
using Marten.Schema;
using Marten.Schema.Indexing.Unique;
using Periop.Domain.Cases;
using Periop.Domain.Text;
using Periop.Server.Hospitals;

namespace Periop.Server.Store;

/// <summary>What a list shows of a case: one flat row, written with the entry that changed it.</summary>
public sealed record CaseSummary
{
    public required Guid CaseId { get; init; }

    public required string CaseNumber { get; init; }

    /// <summary>The number while it is taken: a case entered in error gives it back.</summary>
    public string? HeldNumber { get; init; }

    /// <summary>The word, as it is asked for.</summary>
    public required string Status { get; init; }

    public required string Phase { get; init; }

    /// <summary>The local day the case belongs to: of its planned start, else of what happened first.</summary>
    public required DateOnly Date { get; init; }

    public DateTimeOffset? ScheduledStart { get; init; }

    public int? ScheduledMinutes { get; init; }

    public string? Room { get; init; }

    public string? Surgeon { get; init; }

    public string? Service { get; init; }

    public string? Procedure { get; init; }

    public string? Priority { get; init; }

    /// <summary>When the case was first recorded: a page after the first leaves out what came later.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public static CaseSummary Of(SurgicalCase surgicalCase, Hospital hospital)
    {
        var entries = surgicalCase.Surviving();
        var plan = Plan.Of(entries);
        var progress = Progress.Of(entries);
        return new CaseSummary
        {
            CaseId = surgicalCase.Id,
            CaseNumber = plan.CaseNumber.Value,
            HeldNumber = NumberHeldBy(surgicalCase),
            Status = Vocabulary.WordFor(progress.Status),
            Phase = Vocabulary.WordFor(progress.Phase),
            Date = hospital.DateOf(CaseDay.Of(entries)),
            ScheduledStart = plan.ScheduledStart,
            ScheduledMinutes = plan.ScheduledMinutes,
            Room = progress.Room?.Value,
            Surgeon = plan.Surgeon?.Value,
            Service = plan.Service?.Value,
            Procedure = plan.Procedure?.Family.Value,
            Priority = plan.Priority is { } priority ? Vocabulary.WordFor(priority) : null,
            RecordedAt = surgicalCase.Entries[surgicalCase.Id].RecordedAt,
        };
    }

    /// <summary>The number that a case keeps others from having; none, when it was entered in error.</summary>
    public static string? NumberHeldBy(SurgicalCase surgicalCase) =>
        surgicalCase.Entries[surgicalCase.Id].Survives ? Plan.Of(surgicalCase.Surviving()).CaseNumber.Value : null;

    public static void Configure(StoreOptions options) =>
        options.Schema.For<CaseSummary>()
            .Identity(x => x.CaseId)
            .Index(x => x.CaseNumber)
            .Duplicate(x => x.Date)
            .Duplicate(x => x.Room!)
            .UniqueIndex(UniqueIndexType.DuplicatedField, "case_number_held", TenancyScope.PerTenant, x => x.HeldNumber!);
}
