using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Periop.Server.Tests.Access;

/// <summary>An answer and its access entry without what names this one request, and with one name for what was asked.</summary>
static partial class Compared
{
    const string AsOf = "Periop-As-Of";

    /// <summary>What tells two receipts apart that tell of the same.</summary>
    static readonly string[] OfOneReceipt = ["entryId", "caseId", "version", "recordedAt"];

    /// <param name="pairs">Names that stand for the same.</param>
    public static string Of(Answer answer, JsonObject entry, IReadOnlyList<(string Theirs, string Nobodys)> pairs)
    {
        var said = answer.Text;
        if (answer.Status < 300 && IsReceipt(answer))
        {
            var receipt = answer.Json;
            foreach (var member in OfOneReceipt)
                receipt.Remove(member);
            said = receipt.ToJsonString();
        }

        var isSettled = answer.Header(AsOf) is not null;        // a moment later the settled instant may be another
        var isNamed = pairs.Any(pair => said.Contains(pair.Theirs, StringComparison.Ordinal) || said.Contains(pair.Nobodys, StringComparison.Ordinal));
        var headers = answer.AllHeaders.Where(header => header.Key is not ("Date" or "Location" or "Content-Length" or AsOf or "Periop-Behind")
            && (header.Key != "ETag" || (!isNamed && !isSettled && !IsReceipt(answer)))).Select(header => $"{header.Key}: {string.Join(", ", header)}");
        foreach (var member in new[] { "id", "at" })
            entry.Remove(member);
        if (IsReceipt(answer))
            entry.Remove("caseId");
        var all = Trace().Replace($"{answer.Status}\n{string.Join('\n', headers.Order(StringComparer.Ordinal))}\n{said}\n{entry.ToJsonString()}", "trace");
        return pairs.Aggregate(all, (text, pair) => text.Replace(pair.Theirs, "{it}").Replace(pair.Nobodys, "{it}"));
    }

    static bool IsReceipt(Answer answer) => answer.Status < 300 && answer.Text.StartsWith("{\"caseId\"", StringComparison.Ordinal)
        && answer.Text.Contains("\"recordedAt\"", StringComparison.Ordinal);

    [GeneratedRegex(
        "00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]|\"(traceId|asOf)\":\"[^\"]*\"|asOf=[^\"&]*|0H[0-9A-Z]{11}(:[0-9A-F]{8})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trace();
}
