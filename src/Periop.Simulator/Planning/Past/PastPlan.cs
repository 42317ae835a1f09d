namespace Periop.Simulator.Planning.Past;

/// <summary>Everything that is going to be said of the past.</summary>
/// <param name="Cases">By day, room and start.</param>
/// <param name="Recalls">What manufacturers have called back.</param>
/// <param name="SecondSource">What the coded discharges say.</param>
/// <param name="Today">What is still told of them on the day itself.</param>
public sealed record PastPlan(
    IReadOnlyList<PastCase> Cases, IReadOnlyList<PastRecall> Recalls, SecondSource SecondSource, IReadOnlyList<LaterEntries> Today);

/// <summary>What is told of a case that is there already.</summary>
/// <param name="Truth">What it has then come to.</param>
public sealed record LaterEntries(string CaseNumber, IReadOnlyList<PlannedEntry> Entries, CaseTruth Truth);

/// <summary>A recall of lots of one model.</summary>
public sealed record PastRecall(Guid EntryId, string Notice, string Gtin, IReadOnlyList<string> Lots, string Reason);

/// <summary>Another source of the hospital's own, with its mistakes.</summary>
public sealed record SecondSource(string Name, IReadOnlyList<SecondSourceLine> Lines);

/// <summary>That a case had a kind of complication.</summary>
public sealed record SecondSourceLine(string CaseNumber, string Kind);
