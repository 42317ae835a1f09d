namespace Periop.Domain.Spine;

/// <summary>
/// The SRS-Schwab grade of an osteotomy, 1 to 6 (Schwab F et al., Neurosurgery 2014, 10.1227/NEU.0000000000000182o).
/// Grades 1 and 2 resect the posterior column, 3 and above all three columns.
/// </summary>
public static class SchwabGrade
{
    public const int Lowest = 1;
    public const int Highest = 6;
    const int FirstThreeColumn = 3;

    /// <summary>Whether an osteotomy goes through all three columns, by its grade or, without one, by the columns stated.</summary>
    public static bool IsThreeColumn(int? grade, int? columns) => grade >= FirstThreeColumn || (grade is null && columns == 3);

    /// <summary>Whether the grade and the number of columns cannot both be right.</summary>
    public static bool Clashes(int? grade, int? columns) => grade is { } g && columns is { } n && g >= FirstThreeColumn != (n == 3);
}
