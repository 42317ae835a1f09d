using Npgsql;
using Periop.Server.Access;
using Periop.Server.Register;

namespace Periop.Server.Audit.SecondSources;

/// <summary>Which second sources there are.</summary>
sealed record SecondSourceListQuestion(DateTimeOffset? AsOf) : Question("second-sources");

/// <summary>After which source the next part begins, and the instant that the first one is for.</summary>
sealed record SecondSourceCursor(string Name, DateTimeOffset AsOf, int Engine);

/// <summary>A second source.</summary>
/// <param name="Uploads">How many files were taken; the newest answers.</param>
/// <param name="UploadedAt">When the newest was.</param>
/// <param name="Cases">How many cases it names, those of each kind counted by themselves.</param>
/// <param name="RefusedLines">How many of its lines could not be read: what they say is missing here.</param>
/// <param name="Content">SHA-256 of the file, hexadecimal.</param>
sealed record SecondSourceView(string Name, int Uploads, DateTimeOffset UploadedAt, string UploadedBy, int Cases, int RefusedLines, string Content);

/// <summary>The second sources of which anything was uploaded, by their names.</summary>
sealed class SecondSourceListQuery(Asking asking, RegisterReader reader)
    : ListQuery<SecondSourceListQuestion, SecondSourceView, SecondSourceCursor, SettledPart<SecondSourceView, SecondSourceCursor>>(asking)
{
    public static readonly string[] Roles = [Role.Quality];

    protected override ListQuestion<SecondSourceView, SecondSourceCursor, SettledPart<SecondSourceView, SecondSourceCursor>> List(
        Caller caller, SecondSourceListQuestion question) =>
        new(question, Roles, (after, count, cancellation) => reader.AnswerAsync<SettledPart<SecondSourceView, SecondSourceCursor>>(
            RegisterTable.SecondSources, caller.Hospital, after?.AsOf ?? question.AsOf, after?.Engine,
            async register => await SettledPart<SecondSourceView, SecondSourceCursor>.OfAsync(
                register, await FindAsync(register, caller.Hospital, after, count, cancellation), cancellation), cancellation));

    /// <summary>Every upload is a version of its source's row.</summary>
    static async Task<Part<SecondSourceView, SecondSourceCursor>> FindAsync(
        RegisterSnapshot register, string hospital, SecondSourceCursor? after, int count, CancellationToken cancellation)
    {
        var sources = register.NameOf(RegisterTable.SecondSources);
        await using var question = new NpgsqlCommand($"""
            select s.name, s.uploaded_at, s.uploaded_by, s.cases, s.refused, s.content,
                (select count(*)::int from {sources} u where u.tenant_id = $1 and u.source_id = s.source_id and u.from_seq <= $2)
            from {sources} s
            where s.tenant_id = $1 and {RegisterSnapshot.Held("s", "$2")} and s.name collate "C" > $3
            order by s.name collate "C" limit $4
            """, register.Connection)
        {
            Parameters =
            {
                new() { Value = hospital }, new() { Value = register.Position }, new() { Value = after?.Name ?? "" }, new() { Value = count + 1 },
            },
        };
        await using var rows = await question.ExecuteReaderAsync(cancellation);
        var found = new List<SecondSourceView>();
        while (await rows.ReadAsync(cancellation))
            found.Add(new SecondSourceView(
                rows.GetString(0), rows.GetInt32(6), rows.GetFieldValue<DateTimeOffset>(1), rows.GetString(2), rows.GetInt32(3), rows.GetInt32(4),
                rows.GetString(5)));
        return Part<SecondSourceView, SecondSourceCursor>.Of(
            found, count, last => new SecondSourceCursor(last.Name, register.AsOf, register.Version));
    }
}
