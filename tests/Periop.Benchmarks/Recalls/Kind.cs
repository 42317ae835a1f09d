using System.Text;
using Npgsql;
using Periop.Domain.Implants;
using Periop.Server.Implants;
using Periop.Server.Register;

namespace Periop.Benchmarks.Recalls;

/// <summary>Questions of one kind.</summary>
/// <param name="Sought">They take turns.</param>
/// <param name="IsRecall">Whether it asks for devices that do not become more: then the answers must stay the same.</param>
/// <param name="AsOf">Null: as of now.</param>
sealed record Kind(string Name, DeviceSought[] Sought, bool IsRecall, DateTimeOffset? AsOf)
{
    const int Page = 50;

    public DeviceSought For(int question) => Sought[question % Sought.Length];

    /// <summary>The query of the page that a browser asks for.</summary>
    public string Query(int question)
    {
        var (query, sought) = (new StringBuilder("?"), For(question));
        foreach (var (name, value) in new[]
        {
            ("gtin", sought.Gtin), ("lot", sought.Lots is [var lot] ? lot : null), ("serial", sought.Serials is [var serial] ? serial : null),
            ("asOf", AsOf?.UtcDateTime.ToString("o")),
        })
            if (value is not null)
                query.Append(name).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
        return query.ToString();
    }

    /// <summary>The same page from the ledger itself.</summary>
    public async Task<List<ImplantLine>> AskAsync(NpgsqlDataSource database, int question)
    {
        await using var register = await OpenAsync(database);
        return await ImplantLedger.FindAsync(register, Stage.Hospital, For(question), null, Page + 1, CancellationToken.None).ToListAsync();
    }

    /// <summary>What that page costs.</summary>
    public async Task<long> PagesAsync(NpgsqlDataSource database, int question)
    {
        await using var register = await OpenAsync(database);
        await using var command = ImplantLedger.Question(register, Stage.Hospital, For(question), null, Page + 1);
        return await Buffers.OfAsync(command);
    }

    async Task<RegisterSnapshot> OpenAsync(NpgsqlDataSource database) =>
        await new RegisterReader(database, RegisterVersion.Shipped).OpenAsync(RegisterTable.Implants, Stage.Hospital, AsOf, CancellationToken.None)
            is RegisterOpening.Opened settled ? settled.Register : throw new InvalidOperationException("The register is not settled.");
}
