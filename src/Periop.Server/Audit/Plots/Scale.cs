namespace Periop.Server.Audit.Plots;

/// <summary>Where values lie along an edge of the picture.</summary>
/// <param name="From">The value at the start.</param>
/// <param name="To">The value at the end, above the first.</param>
sealed record Scale(double From, double To, double Start, double End)
{
    static readonly double[] Steps = [1, 2, 5, 10];

    public double At(double value) => Start + (value - From) / (To - From) * (End - Start);

    /// <summary>Round values, about so many: steps of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="isWhole">Whether there is nothing between whole numbers.</param>
    public IReadOnlyList<double> Ticks(int count, bool isWhole = false)
    {
        var rough = (To - From) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = Steps.Select(m => m * power).First(s => s >= rough * 0.999);
        if (isWhole)
            step = Math.Max(1, Math.Round(step));
        var (first, last) = ((int)Math.Ceiling(From / step - 1e-9), (int)Math.Floor(To / step + 1e-9));
        return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(i => Math.Round(i * step, 12))];
    }
}
