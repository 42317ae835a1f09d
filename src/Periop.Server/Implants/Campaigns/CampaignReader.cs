using Npgsql;
using Periop.Domain.Implants;
using Periop.Domain.Register;
using Periop.Server.Register;
using Periop.Server.Store;

namespace Periop.Server.Implants.Campaigns;

/// <summary>A device that a recall of a campaign concerns.</summary>
/// <param name="Since">When it was known to be in a patient and under recall, both: by an entry or an announcement.</param>
/// <param name="Position">The position of that.</param>
sealed record AffectedDevice(
    Guid CaseId, string? PatientRef, ImplantRow Row, long TakenElsewhere, MatchCertainty Certainty, DateTimeOffset Since, long Position);

/// <summary>A closure as it stands in the register.</summary>
sealed record RecordedClosure(ClosureRow Row, long Position);

/// <summary>What the register knows of recall campaigns at a settled position.</summary>
sealed class CampaignReader(RegisterSnapshot register, string hospital)
{
    readonly RegisterParts parts = new(register.Version);

    /// <summary>All recalls, by campaign, with the recall each row is of.</summary>
    public async Task<ILookup<string, (Guid Id, RecallRow Row)>> RecallsAsync(CancellationToken cancellation)
    {
        await using var question = Ask($"select r.recall_id, to_json(r) from {parts.Recalls} r where r.tenant_id = $1 and {RegisterSnapshot.Held("r", "$2")}");
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var found = new List<(Guid Id, RecallRow Row)>();
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetGuid(0), reader.GetRow<RecallRow>(1)));
        return found.OrderBy(r => r.Row.AnnouncedAt).ThenBy(r => r.Id).ToLookup(r => KeyOf(r.Row));
    }

    /// <summary>What makes recalls one campaign.</summary>
    public static string KeyOf(RecallRow recall) => recall.CampaignKey ?? recall.Campaign;

    /// <summary>The closures of campaigns, by campaign and case, in the order of recording.</summary>
    public async Task<ILookup<(string Campaign, Guid CaseId), RecordedClosure>> ClosuresAsync(string[] campaigns, CancellationToken cancellation)
    {
        await using var question = Ask($"""
            select to_json(c), c.from_seq, c.campaign_key from {register.NameOf(RegisterTable.Closures)} c
            where c.tenant_id = $1 and {RegisterSnapshot.Held("c", "$2")} and c.campaign_key = any($3) order by c.from_seq
            """);
        question.Parameters.Add(new() { Value = campaigns });
        await using var reader = await question.ExecuteReaderAsync(cancellation);
        var found = new List<(string Campaign, RecordedClosure Closure)>();
        while (await reader.ReadAsync(cancellation))
            found.Add((reader.GetString(2), new RecordedClosure(reader.GetRow<ClosureRow>(0), reader.GetInt64(1))));
        return found.ToLookup(c => (c.Campaign, c.Closure.Row.CaseId), c => c.Closure);
    }

    /// <summary>
    /// The devices of recalls, by recall, that were in a patient while it lasted. What was taken out before is none of them, what was taken out since is:
    /// somebody has to say what came of the patient.
    /// </summary>
    public async Task<ILookup<Guid, AffectedDevice>> DevicesAsync(IReadOnlyCollection<(Guid Id, RecallRow Row)> recalls, CancellationToken cancellation)
    {
        var found = new List<(Guid Recall, AffectedDevice Device)>();
        if (recalls.Count > 0)
        {
            await using var questions = new NpgsqlBatch(register.Connection);
            foreach (var (id, row) in recalls)
                questions.BatchCommands.Add(DevicesOf(id, row.Sought));
            await using var reader = await questions.ExecuteReaderAsync(cancellation);
            foreach (var (id, row) in recalls)
            {
                while (await reader.ReadAsync(cancellation))
                    found.Add((id, Device(reader, row.Sought)));
                await reader.NextResultAsync(cancellation);
            }
        }

        return found.ToLookup(f => f.Recall, f => f.Device);
    }

    NpgsqlBatchCommand DevicesOf(Guid recallId, DeviceSought sought)
    {
        var question = new NpgsqlBatchCommand { Parameters = { new() { Value = hospital }, new() { Value = register.Position }, new() { Value = recallId } } };
        string Value(object value)
        {
            question.Parameters.Add(new() { Value = value });
            return $"${question.Parameters.Count}";
        }

        var branches = LedgerConditions.Of(sought, Value).Select(which =>
            $"(select i.* from {parts.Implants} i where i.tenant_id = $1 and {RegisterSnapshot.Held("i", "$2")}{which})");
        question.CommandText = $"""
            select i.case_id, p.id, to_json(i), {parts.TakenElsewhere("i", "$2")}::bigint, since.at, since.position
            from ({string.Join(" union all ", branches)}) i
            cross join lateral (
                select together.position, greatest(h.recorded_from, r.recorded_from) as at
                from {parts.Implants} h join {parts.Recalls} r on r.tenant_id = $1 and r.recall_id = $3 and r.ended_at is null and r.from_seq <= $2
                cross join lateral (select greatest(h.from_seq, r.from_seq) as position) together
                where h.tenant_id = $1 and h.case_id = i.case_id and h.key = i.key and h.from_seq <= $2
                    and (h.to_seq is null or together.position < h.to_seq) and (r.to_seq is null or together.position < r.to_seq)
                    and {parts.IsInPlace("h", "together.position")}
                order by together.position limit 1) since
            left join {EventTables.Patients} p on p.tenant_id = i.tenant_id and p.patient_id = i.patient_id
            """;
        return question;
    }

    static AffectedDevice Device(NpgsqlDataReader reader, DeviceSought sought)
    {
        var row = reader.GetRow<ImplantRow>(2);
        return new AffectedDevice(
            reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetString(1), row, reader.GetInt64(3),
            sought.CertaintyOf(row.Identity) ?? MatchCertainty.Possible, reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt64(5));
    }

    NpgsqlCommand Ask(string question) =>
        new(question, register.Connection) { Parameters = { new() { Value = hospital }, new() { Value = register.Position } } };
}
