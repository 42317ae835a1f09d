using Npgsql;
using Periop.Domain.Cases;
using Periop.Domain.Outcomes;
using Periop.Domain.Register;
using Periop.Domain.Spine;
using Periop.Domain.Text;
using Periop.Server.Access;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.Lists;

/// <summary>Which time of a complication a list goes by.</summary>
enum ComplicationTime { Recorded, Onset, Detected, Incision }

/// <summary>What became of a complication since it was reported.</summary>
enum ReviewStatus { Unreviewed, Confirmed, Reclassified, Rejected }

/// <summary>Whether it began while the patient was in the operating room.</summary>
enum ComplicationPhase { Intraoperative, Postoperative }

/// <summary>What went wrong, over all cases.</summary>
/// <param name="Kind">A kind by the last word, or a family with its members.</param>
/// <param name="From">The first local day of <paramref name="By"/>.</param>
/// <param name="To">The day before which it is.</param>
/// <param name="Number">A part of the case number.</param>
sealed record ComplicationListQuestion(
    string? Kind, DateOnly? From, DateOnly? To, ComplicationTime By, ReviewStatus? Status, string? Surgeon, string? Number, DateTimeOffset? AsOf)
    : Question("complications");

/// <summary>Where the next part begins, and the instant that the first one is for.</summary>
sealed record ComplicationListCursor(DateTimeOffset At, string Key, DateTimeOffset AsOf, int Engine);

/// <summary>A complication that was found, by the last word on it.</summary>
/// <param name="EntryId">The entry that tells of it.</param>
/// <param name="NamedKind">As that entry names it.</param>
/// <param name="OccurredAt">When that entry happened.</param>
sealed record ComplicationLine(
    Guid CaseId, string CaseNumber, Guid EntryId, string Kind, string NamedKind, FindingSource Source, ReviewStatus Status, ComplicationPhase Phase,
    DateTimeOffset? OnsetAt, DateTimeOffset? DetectedAt, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, DateTimeOffset? FirstIncisionAt,
    ClavienDindo? Grade, Level? Level, string? Icd10, IReadOnlyList<string> Criteria, string? Surgeon, Guid? ReviewEntryId);

/// <summary>Complications over all cases, newest first by the time that was asked for.</summary>
sealed class ComplicationListQuery(Asking asking, RegisterReader reader, HospitalDirectory hospitals)
    : ListQuery<ComplicationListQuestion, ComplicationLine, ComplicationListCursor, SettledPart<ComplicationLine, ComplicationListCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    protected override ListQuestion<ComplicationLine, ComplicationListCursor, SettledPart<ComplicationLine, ComplicationListCursor>> List(
        Caller caller, ComplicationListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync(
            RegisterTable.Findings, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            register => FindAsync(register, hospitals[caller.Hospital], question, after, count, cancellation), cancellation), line => line.CaseId);

    static async Task<Answer<SettledPart<ComplicationLine, ComplicationListCursor>>> FindAsync(
        RegisterSnapshot register, Hospital hospital, ComplicationListQuestion question, ComplicationListCursor? after, int count,
        CancellationToken cancellation)
    {
        var found = new List<(ComplicationLine Line, DateTimeOffset At, string Key)>();
        await using var command = Command(register, hospital, question, after, count + 1);
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                found.Add((LineOf(rows), rows.GetFieldValue<DateTimeOffset>(6), $"{rows.GetGuid(0)}/{rows.GetString(7)}"));
        var part = Part<(ComplicationLine Line, DateTimeOffset At, string Key), ComplicationListCursor>.Of(
            found, count, last => new ComplicationListCursor(last.At, last.Key, register.AsOf, register.Version));
        return await SettledPart<ComplicationLine, ComplicationListCursor>.OfAsync(
            register, new Part<ComplicationLine, ComplicationListCursor>([.. part.Items.Select(i => i.Line)], part.Next), cancellation);
    }

    static NpgsqlCommand Command(
        RegisterSnapshot register, Hospital hospital, ComplicationListQuestion question, ComplicationListCursor? after, int limit)
    {
        var command = new NpgsqlCommand
        { Connection = register.Connection, Parameters = { new() { Value = hospital.Id }, new() { Value = register.Position } } };
        var conditions = new List<string>();
        void Only(string condition, params IReadOnlyList<object?> values)
        {
            if (values.Contains(null))
                return;
            foreach (var value in values)
            {
                command.Parameters.Add(new() { Value = value });
                var place = condition.IndexOf('?', StringComparison.Ordinal);
                condition = $"{condition[..place]}${command.Parameters.Count}{condition[(place + 1)..]}";
            }

            conditions.Add($" and {condition}");
        }

        var at = question.By switch
        {
            ComplicationTime.Onset => "coalesce(g.onset_at, g.detected_at, g.occurred_at)",
            ComplicationTime.Detected => "coalesce(g.detected_at, g.occurred_at)",
            ComplicationTime.Incision => "f.first_incision_at",
            _ => "g.recorded_at",
        };
        const string Key = "(g.case_id::text || '/' || g.key)";
        Only("g.kind = any(?)", [question.Kind is { } kind ? (string[])[kind, .. OutcomeFamilies.MembersOf(new(kind)).Select(m => m.Value)] : null]);
        Only($"{at} >= ?", question.From is { } from ? hospital.BeginOf(from).UtcDateTime : null);
        Only($"{at} < ?", question.To is { } to ? hospital.BeginOf(to).UtcDateTime : null);
        Only("coalesce(g.review, 'unreviewed') = ?", question.Status is { } status ? Vocabulary.WordFor(status) : null);
        Only("f.surgeon = ?", question.Surgeon);
        Only("strpos(lower(f.case_number), lower(?)) > 0", question.Number);
        Only($"({at}, {Key} collate \"C\") < (?, ?)", after?.At.UtcDateTime, after?.Key);
        command.CommandText = $"""
            select g.case_id, to_json(g), f.case_number, f.first_incision_at, f.surgeon, f.room_exit_at, {at}, g.key
            from {register.NameOf(RegisterTable.Findings)} g
            join {register.NameOf(RegisterTable.CaseFacts)} f on f.tenant_id = $1 and f.case_id = g.case_id and {RegisterSnapshot.Held("f", "$2")}
            where g.tenant_id = $1 and {RegisterSnapshot.Held("g", "$2")} and g.finding = 'present' and {at} is not null{string.Concat(conditions)}
            order by {at} desc, {Key} collate "C" desc limit {limit}
            """;
        return command;
    }

    static ComplicationLine LineOf(NpgsqlDataReader rows)
    {
        var row = rows.GetRow<FindingRow>(1);
        var began = (row.OnsetAt ?? row.DetectedAt ?? row.OccurredAt).ToUniversalTime();
        DateTimeOffset? leftRoom = rows.IsDBNull(5) ? null : rows.GetFieldValue<DateTimeOffset>(5);
        return new ComplicationLine(
            rows.GetGuid(0), rows.GetString(2), row.EntryId, row.Kind.Value, row.NamedKind.Value, row.Source,
            row.Review is { } review ? Enum.Parse<ReviewStatus>($"{review}") : ReviewStatus.Unreviewed,
            began < (leftRoom ?? DateTimeOffset.MaxValue) ? ComplicationPhase.Intraoperative : ComplicationPhase.Postoperative,
            row.OnsetAt?.ToUniversalTime(), row.DetectedAt?.ToUniversalTime(), row.OccurredAt.ToUniversalTime(), row.RecordedAt.ToUniversalTime(),
            rows.IsDBNull(3) ? null : rows.GetFieldValue<DateTimeOffset>(3), row.Grade, row.Level, row.Icd10, row.Criteria ?? [],
            rows.IsDBNull(4) ? null : rows.GetString(4), row.ReviewEntryId);
    }
}
