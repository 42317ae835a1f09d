using Periop.Domain.Implants.Recalls;
using Periop.Domain.Outcomes;
using Periop.Domain.Register;
using Periop.Server.Store;

namespace Periop.Server.Register;

/// <summary>
/// What the register is made of, and how the rows of a stream are worked out. Another version has tables and a shard of its own and is
/// built beside the one before: rows that the code of two versions had written would stand side by side in one table.
/// </summary>
/// <param name="Number">One more with every change of a row, a column or a derivation. Answers state it as their <c>engine</c>.</param>
/// <param name="Parts">The rows of a case.</param>
/// <param name="OfRecall">All rows of a recall.</param>
/// <param name="OfPublication">All rows of what was published, given when and by whom.</param>
/// <param name="OfUpload">All rows of a second source after an upload, given when and by whom.</param>
sealed record RegisterVersion(
    int Number, IReadOnlyList<RegisterTable> Tables, IReadOnlyList<RegisterPart> Parts, Func<Recall?, IReadOnlyList<RegisterRow>> OfRecall,
    Func<PublicationEvent, DateTimeOffset, string, IReadOnlyList<RegisterRow>> OfPublication,
    Func<SecondSourceUploaded, DateTimeOffset, string, IReadOnlyList<RegisterRow>> OfUpload)
{
    public static readonly RegisterVersion Shipped =
        new(4,
            [
                RegisterTable.Implants, RegisterTable.Removals, RegisterTable.Recalls, RegisterTable.Closures,
                RegisterTable.Definitions, RegisterTable.RiskModels, RegisterTable.CaseFacts, RegisterTable.CaseTimes, RegisterTable.Milestones,
                RegisterTable.Findings, RegisterTable.Scores, RegisterTable.Corrections, RegisterTable.Deviations, RegisterTable.SecondSources,
                RegisterTable.SecondSourceCases,
            ],
            RegisterRows.OfCase, RegisterRows.Of, RegisterRows.Of, RegisterRows.Of);

    /// <summary>The version that a release reads while its own is not there yet.</summary>
    public int Before => Number - 1;

    /// <summary>The name of its row in the store's progression.</summary>
    public string Shard => ShardOf(Number);

    /// <summary>The hospitals for which it has halted.</summary>
    public HaltedHospitals Halted => HaltedOf(Number);

    /// <summary>The names of its tables.</summary>
    public IEnumerable<string> TableNames => TableNamesOf(Number);

    public static string ShardOf(int number) => EventTables.ShardOf(RegisterProjection.Register, number);

    public static HaltedHospitals HaltedOf(int number) => new(ShardOf(number));

    /// <summary>What the tables that this version has are called in it or in the one before.</summary>
    public IEnumerable<string> TableNamesOf(int number) => Tables.Where(t => t.Since <= number).Select(t => t.NameIn(number));
}
