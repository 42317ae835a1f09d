namespace Periop.Simulator.Planning;

/// <summary>The vertebrae from top to bottom.</summary>
static class Spine
{
    public static readonly string[] Levels =
        [.. Numbered("C", 7), .. Numbered("T", 12), .. Numbered("L", 5), .. Numbered("S", 5)];

    public static int IndexOf(string level) => Array.IndexOf(Levels, level);

    public static bool IsLumbar(string level) => level[0] == 'L';

    /// <summary>The levels from the one to the other, kept between T2 and S1, where a posterior construct ends.</summary>
    public static string[] Between(int first, int last) =>
        Levels[Math.Max(first, IndexOf("T2"))..(Math.Min(last, IndexOf("S1")) + 1)];

    static IEnumerable<string> Numbered(string region, int count) => Enumerable.Range(1, count).Select(number => region + number);
}
