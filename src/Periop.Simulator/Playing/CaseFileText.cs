using System.Text;

namespace Periop.Simulator.Playing;

/// <summary>Cases as the import takes them. None of what is planned holds a comma, a quote or a line break.</summary>
static class CaseFileText
{
    public static byte[] Of(IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        var all = rows.ToList();
        var columns = all.SelectMany(row => row.Keys).Distinct().ToList();
        var lines = all.Select(row => string.Join(',', columns.Select(column => row.GetValueOrDefault(column, "")))).Prepend(string.Join(',', columns));
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + '\n');
    }
}
