using Periop.Domain.Register;
using Periop.Domain.Text;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Json;
using Periop.Server.Register;
using Periop.Statistics;

namespace Periop.Server.Audit.SecondSources;

/// <summary>How far the register and a second source agree on which cases had an outcome.</summary>
/// <param name="Upload">What the source said at the instant.</param>
/// <param name="Definition">By which the register has an outcome as present.</param>
/// <param name="Kinds">What of the source was compared: the definition's kind, of a family its members, too. A source's word for a family says nothing
/// of a member.</param>
/// <param name="Engine">The version of what made the answer: with another, the same question may have another answer.</param>
/// <param name="TimeZone">Whose days the windows are counted in.</param>
/// <param name="AsOf">The instant it is settled for: asked again for this instant, the answer is the same to the byte.</param>
/// <param name="Matched">Cases that both have.</param>
/// <param name="OnlyInRegister">Cases that the source does not name.</param>
/// <param name="OnlyInSecondSource">Cases that the register does not have as present.</param>
/// <param name="OnlyInSecondSourceStates">What the register has these as. Absent contradicts the source; due and not assessed was not looked at.</param>
/// <param name="OutsideQuestion">Cases that the source names and the question is not about. In neither share.</param>
/// <param name="NoCase">Numbers that the source names and no case has. In neither share.</param>
/// <param name="MatchRate">Of the cases that the source names, how many the register has: what is missing in it are missed reports.</param>
/// <param name="SourceAscertainment">Of the cases that the register has, how many the source names: what is missing in it was not coded.</param>
/// <param name="MissingInRegister">The cases only in the source: the first 1,000.</param>
/// <param name="MissingInSecondSource">The cases only in the register: the first 1,000.</param>
/// <param name="UnknownNumbers">The numbers that no case has: the first 1,000.</param>
/// <param name="Explain">The address of all these cases; with <c>side</c>, of those behind a count.</param>
sealed record Reconciliation(
    string Source, UploadTold Upload, string Definition, int Version, IReadOnlyList<string> Kinds, int Engine, string TimeZone, DateOnly? From, DateOnly? To,
    DateTimeOffset AsOf, int Matched, int OnlyInRegister, int OnlyInSecondSource, IReadOnlyDictionary<string, int> OnlyInSecondSourceStates,
    int OutsideQuestion, int NoCase, MatchedShare MatchRate, MatchedShare SourceAscertainment, IReadOnlyList<ReconciledCase> MissingInRegister,
    IReadOnlyList<ReconciledCase> MissingInSecondSource, IReadOnlyList<string> UnknownNumbers, string Explain)
{
    const int Listed = 1000;

    public static Reconciliation Of(ReconciliationQuestion question, Reconciled found, RegisterSnapshot register, Hospital hospital)
    {
        var sides = found.Cases.ToLookup(c => c.Side);
        int Count(Side side) => sides[side].Count();
        return new Reconciliation(
            found.Source.Name, UploadTold.Of(found.Source), found.Definition.Id, found.Definition.Version, found.Kinds, register.Version, hospital.TimeZone.Id,
            question.From, question.To, register.AsOf, Count(Side.Matched), Count(Side.OnlyInRegister), Count(Side.OnlyInSecondSource),
            new SortedDictionary<string, int>(
                sides[Side.OnlyInSecondSource].CountBy(c => Vocabulary.WordFor(c.State!.Value)).ToDictionary(), StringComparer.Ordinal),
            Count(Side.OutsideQuestion), Count(Side.NoCase), MatchedShare.Of(Count(Side.Matched), Count(Side.OnlyInSecondSource)),
            MatchedShare.Of(Count(Side.Matched), Count(Side.OnlyInRegister)), [.. sides[Side.OnlyInSecondSource].Take(Listed)],
            [.. sides[Side.OnlyInRegister].Take(Listed)], [.. sides[Side.NoCase].Select(c => c.CaseNumber).Take(Listed)],
            CohortAddress.Of(
                ReconciliationEndpoints.ListPath, question with { Version = found.Definition.Version }, register.AsOf, ("source", found.Source.Name)));
    }

    /// <summary>The cases that are named in it, one by one.</summary>
    public IEnumerable<Guid> CaseIds() => MissingInRegister.Concat(MissingInSecondSource).Select(c => c.CaseId).OfType<Guid>();
}

/// <summary>The upload that was compared.</summary>
/// <param name="Cases">How many cases it names, those of each kind counted by themselves.</param>
/// <param name="RefusedLines">How many lines of its file could not be read: what they say is missing here.</param>
sealed record UploadTold(DateTimeOffset UploadedAt, string UploadedBy, int Cases, int RefusedLines)
{
    public static UploadTold Of(SecondSourceRow source) => new(source.UploadedAt.ToUniversalTime(), source.UploadedBy, source.Cases, source.Refused);
}

/// <summary>How many of the cases that one side has the other has, too.</summary>
/// <param name="Cases">That the one side has.</param>
/// <param name="Rate">Null for 0 of 0.</param>
/// <param name="Wilson">95 percent, Wilson.</param>
sealed record MatchedShare(int Matched, int Cases, double? Rate, IReadOnlyList<double>? Wilson)
{
    public static MatchedShare Of(int matched, int missing) => new(
        matched, matched + missing, Figures.Share(matched, matched + missing), Figures.Pair(Proportion.Wilson(matched, matched + missing)));
}
