using Periop.Domain.Outcomes;
using Periop.Domain.Register;
using Periop.Server.Access;
using Periop.Server.Audit.Definitions;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Hospitals;
using Periop.Server.Register;

namespace Periop.Server.Audit.SecondSources;

/// <summary>What the register and a second source say of the same outcome in the same cases.</summary>
/// <param name="Kinds">What of the source was compared: the definition's kind, of a family its members, too.</param>
/// <param name="Cases">Every case that one of them names, by side, then number.</param>
sealed record Reconciled(OutcomeDefinition Definition, SecondSourceRow Source, IReadOnlyList<string> Kinds, IReadOnlyList<ReconciledCase> Cases)
{
    public static async Task<Answer<Reconciled>> ReadAsync(
        RegisterSnapshot register, Hospital hospital, CohortQuestion question, string source, CancellationToken cancellation)
    {
        if (await DefinitionReader.FindAsync(register, hospital.Id, question.Definition!, question.Version, cancellation) is not { Definition: var definition })
            return UnknownTo.Definition(question.Version);
        if (await SecondSourceReader.FindAsync(register, hospital.Id, source, cancellation) is not { } upload)
            return new NoAnswer.Unknown(
                "second-source-unknown", $"Nothing of a source {source} was uploaded by that instant. PUT /api/audit/second-sources/{source} takes it.");
        var kinds = OutcomeFamilies.MembersOf(definition.Kind).Prepend(definition.Kind).ToArray();
        var named = (await SecondSourceReader.CasesAsync(register, hospital.Id, source, kinds, cancellation)).ToDictionary(n => n.CaseNumber);
        var cohort = new CohortReader(register, hospital, question, OutcomeFamilies.Telling(definition.Kind), definition.Measure is not null);
        var judged = (await cohort.ReadAsync(null, null, cancellation))
            .Select(c => JudgedCase.Of(c, definition, GroupBy.None, register.AsOf, hospital)).ToArray();
        var asked = judged.Select(j => j.Case.Facts.CaseNumber).ToHashSet();
        var others = named.Values.Where(n => !asked.Contains(n.CaseNumber)).ToArray();
        var numbered = await SecondSourceReader.NumberedAsync(register, hospital.Id, [.. others.Select(n => n.CaseNumber)], cancellation);
        var cases = judged.Select(j => Of(j, named.GetValueOrDefault(j.Case.Facts.CaseNumber))).OfType<ReconciledCase>()
            .Concat(others.SelectMany(other => OutsideOf(other, numbered[other.CaseNumber])));
        return new Reconciled(definition, upload, [.. kinds.Select(k => k.Value)], [.. cases.OrderBy(Place, Order)]);
    }

    /// <summary>Sides in their order, numbers letter by letter.</summary>
    public static IComparer<(Side Side, string CaseNumber, Guid CaseId)> Order { get; } = Comparer<(Side Side, string CaseNumber, Guid CaseId)>.Create(
        (one, other) => one.Side != other.Side ? one.Side.CompareTo(other.Side)
            : string.CompareOrdinal(one.CaseNumber, other.CaseNumber) is not 0 and var order ? order
            : one.CaseId.CompareTo(other.CaseId));

    /// <summary>Where a case stands among them.</summary>
    public static (Side Side, string CaseNumber, Guid CaseId) Place(ReconciledCase one) => (one.Side, one.CaseNumber, one.CaseId ?? Guid.Empty);

    /// <summary>Null where neither says that it had the outcome.</summary>
    static ReconciledCase? Of(JudgedCase judged, NamedCase? named) => (judged.Outcome.State is OutcomeState.Present, named) switch
    {
        (true, not null) => Of(Side.Matched, judged, named.Kinds),
        (true, null) => Of(Side.OnlyInRegister, judged, []),
        (false, not null) => Of(Side.OnlyInSecondSource, judged, named.Kinds),
        _ => null,
    };

    static ReconciledCase Of(Side side, JudgedCase judged, IReadOnlyList<string> kinds) => new(
        side, judged.Case.Facts.CaseNumber, judged.Case.Facts.CaseId, kinds, judged.Outcome.State, judged.Outcome.Reason,
        judged.Case.FirstIncisionAt.ToUniversalTime(), judged.Case.Facts.Surgeon, judged.Outcome.EntryIds);

    static IEnumerable<ReconciledCase> OutsideOf(NamedCase named, IEnumerable<NumberedCase> cases) => cases.Any()
        ? cases.Select(c => new ReconciledCase(
            Side.OutsideQuestion, named.CaseNumber, c.CaseId, named.Kinds, null, null, c.FirstIncisionAt?.ToUniversalTime(), c.Surgeon, []))
        : [new ReconciledCase(Side.NoCase, named.CaseNumber, null, named.Kinds, null, null, null, null, [])];
}
