using System.Text.Json;
using Periop.Server.Json;
using Weasel.Core;

namespace Periop.Server.Register;

/// <summary>
/// What a batch has changed in a table of the register for one hospital, as every node is told when the batch is committed.
/// </summary>
/// <param name="Streams">The cases or recalls whose rows were opened or closed; null when these are too many to be told.</param>
/// <param name="Keys">By what other cases' devices may be concerned: the values of <see cref="RegisterTable.Concerns"/> in these rows.</param>
sealed record RegisterNotice(string Hospital, IReadOnlyList<Guid>? Streams = null, IReadOnlyList<string>? Keys = null)
{
    public const string Channel = "periop_register";

    /// <summary>PostgreSQL refuses longer payloads.</summary>
    const int Longest = 7999;

    public static RegisterNotice Read(string payload) => JsonSerializer.Deserialize<RegisterNotice>(payload, PeriopJson.Web)!;

    /// <summary>
    /// Appends an expression that sends the notice about the rows (stream, keys) of a query named <c>changed</c>; none while the version
    /// that has them is being built beside the one that answers.
    /// </summary>
    public static void AppendTo(ICommandBuilder builder, string hospital, RegisterVersion version)
    {
        builder.Append("(select pg_notify(");
        builder.AppendParameter(Channel);
        builder.Append(", case when octet_length(whole) <= ");
        builder.AppendParameter(Longest);
        builder.Append(" then whole else json_build_object('hospital', ");
        builder.AppendParameter(hospital);
        builder.Append("::text)::text end) from (select json_build_object('hospital', ");
        builder.AppendParameter(hospital);
        builder.Append("""
            ::text, 'streams', (select json_agg(distinct stream) from changed),
                'keys', (select coalesce(json_agg(distinct key), '[]') from changed, unnest(keys) key where key is not null))::text as whole) notice
            """);
        builder.Append($" where {RegisterSwitch.Answers(version)})");
    }
}
