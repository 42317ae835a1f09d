using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Outcomes;

/// <summary>A case came into a state.</summary>
/// <param name="At">When that was known: when the entry was recorded, or when a day had passed.</param>
/// <param name="EntryIds">The entry that moved it; none when days passing did.</param>
sealed record OutcomeMove(DateTimeOffset At, OutcomeState State, OutcomeReason Reason, IReadOnlyList<Guid> EntryIds);

/// <summary>How cases came to be in their states: from every version of their rows up to the register's position.</summary>
sealed class OutcomeHistory
{
    readonly Hospital hospital;
    readonly DateTimeOffset asOf;
    readonly ILookup<Guid, RowVersion<CaseFacts>> facts;
    readonly ILookup<Guid, RowVersion<(Guid Case, KnownEvent Death)>> deaths;
    readonly ILookup<Guid, RowVersion<CaseFinding>> findings;
    readonly ILookup<Guid, RowVersion<Guid>> stages;
    readonly Dictionary<Guid, IReadOnlyList<Known>> knownOf = [];
    IReadOnlyDictionary<long, Guid> entries = new Dictionary<long, Guid>();

    OutcomeHistory(
        RegisterSnapshot register, Hospital hospital, IEnumerable<RowVersion<CaseFacts>> facts,
        IEnumerable<RowVersion<(Guid Patient, Guid Case, DateTimeOffset RecordedAt, KnownEvent Death)>> deaths,
        IEnumerable<RowVersion<(Guid Case, CaseFinding Finding)>> findings,
        IEnumerable<RowVersion<(Guid Case, Guid Of)>> stages)
    {
        (this.hospital, asOf) = (hospital, register.AsOf);
        this.facts = facts.ToLookup(v => v.Row.CaseId);
        // a row has a new version whatever changes in it: of several deaths the first recorded counts
        this.deaths = deaths.OrderBy(v => v.Row.RecordedAt).ThenBy(v => v.Row.Case).ToLookup(v => v.Row.Patient, v => v.With((v.Row.Case, v.Row.Death)));
        this.findings = findings.ToLookup(v => v.Row.Case, v => v.With(v.Row.Finding));
        this.stages = stages.ToLookup(v => v.Row.Case, v => v.With(v.Row.Of));
    }

    /// <param name="kinds">The kinds of findings that may move them.</param>
    public static async Task<OutcomeHistory> ReadAsync(
        RegisterSnapshot register, Hospital hospital, IReadOnlyList<Guid> cases, IReadOnlyList<AssessedKind> kinds, CancellationToken cancellation)
    {
        var reading = new RowVersions(register, hospital.Id, cancellation);
        var cohort = await reading.RowsAsync(RegisterTable.CaseFacts, CohortRows.Facts("r", true, false), "r.case_id = any($3)", cases, CohortRows.FactsOf);
        var died = await reading.RowsAsync(
            RegisterTable.CaseFacts, "r.patient_id, r.case_id, r.died_at, r.died_to_the_day, r.death_entry_id, r.death_recorded_at",
            "r.patient_id = any($3) and r.died_at is not null", [.. cohort.Select(f => f.Row.PatientId).OfType<Guid>().Distinct()],
            reader => (reader.GetGuid(0), reader.GetGuid(1), reader.GetFieldValue<DateTimeOffset>(5), CohortRows.EventOf(reader, 2, 4, toTheDay: 3)!));
        var found = await reading.RowsAsync(RegisterTable.Findings, CohortRows.Findings("r") + ", r.new_case_id", "r.case_id = any($3)", cases,
            reader => (Case: reader.GetGuid(0), Finding: CohortRows.FindingOf(reader) with { NewCaseId = CohortRows.IdOf(reader, CohortRows.FindingCount) }));
        var told = found.Where(f => kinds.Contains(f.Row.Finding.Kind)).ToArray();
        var staged = await reading.RowsAsync(RegisterTable.CaseFacts, "r.case_id, r.stage_of", "r.case_id = any($3) and r.stage_of is not null",
            [.. told.Select(f => f.Row.Finding.NewCaseId).OfType<Guid>().Distinct()], reader => (reader.GetGuid(0), reader.GetGuid(1)));
        var history = new OutcomeHistory(register, hospital, cohort, died, told, staged);
        history.entries = await reading.EntriesAsync([.. cohort.SelectMany(v => v.Positions).Concat(died.SelectMany(v => v.Positions))
            .Concat(told.SelectMany(v => v.Positions)).Concat(staged.SelectMany(v => v.Positions)).Distinct()]);
        return history;
    }

    /// <summary>The states that a case was in, one after the other.</summary>
    public IReadOnlyList<OutcomeMove> MovesOf(Guid caseId, OutcomeDefinition definition)
    {
        var moves = new List<OutcomeMove>();
        foreach (var (at, until, entryIds, known) in KnownOf(caseId))
            for (DateTimeOffset? now = at; now is not null && (now == at || now <= until);)
            {
                var outcome = Outcome.StateAt(definition, known.Facts, known.Findings, now.Value, hospital.Days);
                if (moves.LastOrDefault() is not { } last || (last.State, last.Reason) != (outcome.State, outcome.Reason))
                    moves.Add(new OutcomeMove(now.Value, outcome.State, outcome.Reason, now == at ? entryIds : []));
                now = outcome.MovesAt;
            }

        return moves;
    }

    /// <summary>What was known of a case, one after the other, while it was an index case; worked out once for all definitions.</summary>
    IReadOnlyList<Known> KnownOf(Guid caseId)
    {
        if (knownOf.TryGetValue(caseId, out var before))
            return before;
        var (positions, all) = (PositionsOf(caseId).ToArray(), new List<Known>());
        foreach (var (n, (position, at)) in positions.Index())
            if (At(caseId, position) is { } known)
                all.Add(new Known(
                    at, n + 1 < positions.Length ? positions[n + 1].At : asOf, entries.TryGetValue(position, out var entry) ? [entry] : [], known));
        return knownOf[caseId] = all;
    }

    /// <summary>Every position at which something about a case changed, and when that was recorded.</summary>
    IEnumerable<(long Position, DateTimeOffset At)> PositionsOf(Guid caseId)
    {
        var own = facts[caseId].ToArray();
        var others = own.Select(v => v.Row.PatientId).OfType<Guid>().Distinct().SelectMany(patient => deaths[patient]).SelectMany(v => v.Changes);
        var stagings = findings[caseId].Select(v => v.Row.NewCaseId).OfType<Guid>().Distinct().SelectMany(id => stages[id]).SelectMany(v => v.Changes);
        return own.SelectMany(v => v.Changes).Concat(findings[caseId].SelectMany(v => v.Changes)).Concat(others).Concat(stagings)
            .DistinctBy(c => c.Position).OrderBy(c => c.Position);
    }

    /// <summary>What was known of a case at a position; null while it was no index case.</summary>
    CohortCase? At(Guid caseId, long position)
    {
        if (facts[caseId].FirstOrDefault(v => v.HeldAt(position))?.Row is not { FirstIncision: not null, IsIndex: true } known)
            return null;
        var death = known.PatientId is { } patient ? deaths[patient].FirstOrDefault(v => v.HeldAt(position))?.Row.Death : null;
        return new CohortCase(known with { Death = death ?? known.Death }, [.. from version in findings[caseId]
                                                                                where version.HeldAt(position) && !IsStage(version.Row, caseId, position)
                                                                                select version.Row]);
    }

    bool IsStage(CaseFinding finding, Guid caseId, long position) =>
        finding.NewCaseId is { } next && stages[next].Any(v => v.HeldAt(position) && v.Row == caseId);

    /// <summary>A case as it was known from one position to the next.</summary>
    /// <param name="EntryIds">The entry at the first; none where there is none.</param>
    sealed record Known(DateTimeOffset At, DateTimeOffset Until, IReadOnlyList<Guid> EntryIds, CohortCase Case);
}
