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
        number ?? Incisions.Since, [.. RegisterVersion.Shipped.Tables, Incisions],
        [
            .. RegisterVersion.Shipped.Parts.Select(part => part with { Of = surgicalCase => InCapitals(part.Of(surgicalCase)), After = null }),
            new(IncisionOf, _ => true),
        ],
        RegisterVersion.Shipped.OfRecall, RegisterVersion.Shipped.OfPublication, RegisterVersion.Shipped.OfUpload);

    public RegisterVersion Version { get; }

    public void Build() => mayBuild.Set();

    public void Dispose() => mayBuild.Dispose();

    static IReadOnlyList<RegisterRow> InCapitals(IReadOnlyList<RegisterRow> rows) =>
        [.. rows.Select(row => row is ImplantRow device ? device with { Manufacturer = device.Manufacturer?.ToUpperInvariant() } : row)];

    IReadOnlyList<RegisterRow> IncisionOf(SurgicalCase surgicalCase)
    {
        mayBuild.Wait();
        return surgicalCase.Surviving().First<IncisionMade>() is { } incision ? [new IncisionRow(incision.EffectiveAt.ToUniversalTime())] : [];
    }

    sealed record IncisionRow(DateTimeOffset IncisedAt) : RegisterRow("incision");
}
