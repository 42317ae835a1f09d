namespace Periop.Server.Http;

/// <summary>A text of a file as an answer repeats it.</summary>
static class Shown
{
    const int Longest = 60;

    /// <summary>In quotes, on one line, and no longer than somebody would read.</summary>
    public static string Of(string text) =>
        $"“{string.Concat(text.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\uFFFD' : c))}{(text.Length > Longest ? "…" : "")}”";
}
