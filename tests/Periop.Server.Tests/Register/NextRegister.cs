using Periop.Domain.Cases;
using Periop.Domain.Register;
using Periop.Server.Register;

namespace Periop.Server.Tests.Register;

/// <summary>
/// The register as the next release might keep it: one more table, and manufacturers in capitals. It is not built before a test lets it.
/// </summary>
sealed class NextRegister : IDisposable
{
    public static readonly RegisterTable Incisions =
        new("incisions", "case_id", typeof(IncisionRow), [("incised_at", "timestamptz")], []) { Since = RegisterVersion.Shipped.Number + 1, Concerns = [] };

    readonly ManualResetEventSlim mayBuild = new();

    public NextRegister(int? number = null) => Version = new RegisterVersion(
        number ?? Incisions.Since, [.. RegisterVersion.Shipped.Tables, Incisions], OfCase, (_, _, after) => OfCase(after), RegisterVersion.Shipped.OfRecall);

    public RegisterVersion Version { get; }

    public void Build() => mayBuild.Set();

    public void Dispose() => mayBuild.Dispose();

    IReadOnlyList<RegisterRow> OfCase(SurgicalCase? surgicalCase)
    {
        mayBuild.Wait();
        var devices = RegisterVersion.Shipped.OfCase(surgicalCase).Select(row =>
            row is ImplantRow device ? device with { Manufacturer = device.Manufacturer?.ToUpperInvariant() } : row);
        return surgicalCase?.Surviving().First<IncisionMade>() is { } incision
            ? [.. devices, new IncisionRow(incision.EffectiveAt.ToUniversalTime())]
            : [.. devices];
    }

    sealed record IncisionRow(DateTimeOffset IncisedAt) : RegisterRow("incision");
}
