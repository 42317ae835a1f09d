namespace Periop.Statistics.Cusums;

/// <summary>
/// The distribution of a series' maximum as a Markov chain on equal steps (after Brook and Evans 1972). A sum between two steps is
/// shared between them, so that its mean is kept however many cases follow.
/// </summary>
static class CusumChain
{
    const int Grid = 2000;

    /// <summary>The lowest step that is not exceeded with 1 - α, and the probability of reaching it.</summary>
    public static (double Height, double Reached) Limit(IReadOnlyList<CusumStep> steps, double falseAlarm)
    {
        // a likelihood ratio is above e^h with at most e^-h at any time, and a series begins anew at most N times
        var top = Math.Max(Math.Log(steps.Count / falseAlarm), 2 * CusumStep.Least(steps));
        var rough = Lowest(steps, falseAlarm, top / Grid) * top / Grid;
        // again, with every step below about there
        var size = Math.Min(top, rough + 2 * top / Grid) / Grid;
        var lowest = Lowest(steps, falseAlarm, size);
        return (lowest * size, 1 - Stays(steps, size, lowest - 1));
    }

    static int Lowest(IReadOnlyList<CusumStep> steps, double falseAlarm, double size)
    {
        var (low, high) = (Math.Max(1, (int)Math.Ceiling(CusumStep.Least(steps) / size)), Grid);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Stays(steps, size, middle) >= 1 - falseAlarm)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    /// <summary>The probability that the maximum is at the height or above.</summary>
    public static double Reaches(IReadOnlyList<CusumStep> steps, double height) => 1 - Stays(steps, height / Grid, Grid - 1);

    /// <summary>The probability that no sum is above a step.</summary>
    static double Stays(IReadOnlyList<CusumStep> steps, double size, int highest)
    {
        var (now, next) = (new double[highest + 1], new double[highest + 1]);
        now[0] = 1;
        foreach (var step in steps)
        {
            Array.Clear(next);
            Move(now, next, step.Event / size, step.P);
            Move(now, next, step.NoEvent / size, 1 - step.P);
            (now, next) = (next, now);
        }
        return now.Sum();
    }

    static void Move(double[] now, double[] next, double by, double probability)
    {
        var whole = (int)Math.Floor(by);
        var (above, below) = (probability * (by - whole), probability * (1 - (by - whole)));
        for (var i = 0; i < now.Length; i++)
        {
            if (now[i] == 0)
                continue;
            if (Math.Max(0, i + whole) is var to && to < next.Length)
                next[to] += now[i] * below;
            if (Math.Max(0, i + whole + 1) is var over && over < next.Length)
                next[over] += now[i] * above;
        }
    }
}
