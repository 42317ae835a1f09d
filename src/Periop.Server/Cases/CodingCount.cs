using Microsoft.AspNetCore.Http.Extensions;
using Periop.Domain.Cases;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Register;

namespace Periop.Server.Cases;

/// <summary>Counts what coders decided, case by case, so that the cases need not be kept.</summary>
sealed class CodingCount
{
    const int ReasonsListed = 100;

    readonly SortedSet<string> ruleSets = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, OfCode> codes = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, (int Coded, int Differing)> coders = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> reasons = new(StringComparer.Ordinal);
    int cases, coded, differing, changed;

    sealed record OfCode(int Cases, int Differing, int Suggested, int Decided, int Added, int LeftOut)
    {
        public static readonly OfCode None = new(0, 0, 0, 0, 0, 0);

        public OfCode And(int suggested, int decided) => new(
            Cases + 1, Differing + (suggested == decided ? 0 : 1), Suggested + suggested, Decided + decided, Added + (suggested == 0 ? 1 : 0),
            LeftOut + (decided == 0 ? 1 : 0));
    }

    public void Add(CodingView view)
    {
        cases++;
        ruleSets.Add(view.RuleSet);
        if (view.Decision is not { } decision)
            return;
        var differs = view.Differs is true ? 1 : 0;
        (coded, differing, changed) = (coded + 1, differing + differs, changed + (decision.SuggestionChanged ? 1 : 0));
        var ofCoder = coders.GetValueOrDefault(decision.RecordedBy);
        coders[decision.RecordedBy] = (ofCoder.Coded + 1, ofCoder.Differing + differs);
        if (differs > 0)
            reasons[decision.Reason?.Value ?? ""] = reasons.GetValueOrDefault(decision.Reason?.Value ?? "") + 1;
        foreach (var code in view.Suggested.Concat(decision.Codes).Select(c => c.Code.Value).Distinct())
            codes[code] = codes.GetValueOrDefault(code, OfCode.None).And(UnitsOf(code, view.Suggested), UnitsOf(code, decision.Codes));
    }

    public CodingSummary ToSummary(CodingSummaryQuestion question, RegisterSnapshot register, Hospital hospital)
    {
        return new CodingSummary(
            register.Version, hospital.TimeZone.Id, question.From, question.To, register.AsOf, [.. ruleSets], cases, cases - coded,
            DecisionShare.Of(coded, differing), changed,
            [
                .. codes.Select(c => new CodeSummary(
                    c.Key, c.Value.Suggested, c.Value.Decided, c.Value.Added, c.Value.LeftOut, DecisionShare.Of(c.Value.Cases, c.Value.Differing),
                    Address(("status", "coded"), ("code", c.Key)))),
            ],
            [.. coders.Select(c => new CoderSummary(c.Key, DecisionShare.Of(c.Value.Coded, c.Value.Differing), Address(("coder", c.Key))))],
            [
                .. reasons.OrderByDescending(r => r.Value).ThenBy(r => r.Key, StringComparer.Ordinal).Take(ReasonsListed)
                    .Select(r => new ReasonSummary(r.Key.Length == 0 ? null : r.Key, r.Value)),
            ], Address());

        string Address(params (string Name, string Value)[] more) => CodingListEndpoint.Path + new QueryBuilder(
        [
            .. more.Append(("from", $"{question.From:yyyy-MM-dd}")).Append(("to", $"{question.To:yyyy-MM-dd}"))
                .Append(("asOf", AsOf.Written(register.AsOf)))
                .Where(p => p.Item2.Length > 0).Select(p => KeyValuePair.Create(p.Item1, p.Item2)),
        ]);
    }

    static int UnitsOf(string code, IEnumerable<CodedUnits> units) => units.Where(u => u.Code.Value == code).Sum(u => u.Units);
}
