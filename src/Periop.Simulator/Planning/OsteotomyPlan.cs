using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>What the surgeon intends: where, how much (SRS-Schwab grade), from which side, held by what.</summary>
sealed record OsteotomyPlan(string Approach, int? Grade, string[] PosteriorLevels, string[] AnteriorLevels, string[] Instrumented, int Rods)
{
    public bool IsThreeColumn => Grade >= 3;

    public IEnumerable<string> Levels => PosteriorLevels.Concat(AnteriorLevels).OrderBy(Spine.IndexOf);

    public bool IsLumbarThreeColumn => IsThreeColumn && PosteriorLevels.Any(Spine.IsLumbar);

    /// <summary>The common name of the grade's osteotomy (Schwab 2014, 10.1227/NEU.0000000000000182o).</summary>
    public string Technique => Grade switch
    {
        1 => "smith-petersen",
        2 => "ponte",
        3 => "pedicle-subtraction",
        4 => "bone-disc-bone",
        _ => "vertebral-column-resection",
    };

    /// <summary>Degrees per level to be expected: 5 to 10, about 10, 30 to 40, 35 to 60.</summary>
    public int DegreesPerLevel(Dice dice) => Grade switch
    {
        null => dice.Between(8, 14),
        1 => dice.Between(5, 10),
        2 => dice.Between(9, 11),
        3 => dice.Between(30, 40),
        _ => dice.Between(35, 60),
    };

    public JsonObject Procedure()
    {
        var procedure = new JsonObject { ["family"] = "spinal-osteotomy", ["approach"] = Approach, ["levels"] = Body.List(Levels) };
        if (Grade is { } grade)
            procedure["grade"] = grade;
        return procedure;
    }

    public static OsteotomyPlan Draw(Dice dice)
    {
        var approach = dice.Weighted((.86, "posterior"), (.05, "anterior"), (.09, "combined"));
        if (approach == "anterior")
        {
            var top = dice.Pick<string>(["L3", "L4"]);
            var front = Spine.Between(Spine.IndexOf(top), Spine.IndexOf("L5"));
            return new(approach, null, [], front, [.. front, "S1"], 0);
        }

        var grade = dice.Weighted((.2, 1), (.4, 2), (.25, 3), (.1, 4), (.05, 5));
        var count = grade switch { <= 2 => dice.Between(1, 4), <= 4 => dice.Chance(.15) ? 2 : 1, _ => 1 };
        var combined = approach == "combined";
        // A combined operation releases L5 from the front and stays lumbar; the same segment isn't cut from both sides
        var (highest, lowest) = combined ? ("L1", "L4") : grade switch { <= 2 => ("T5", "L4"), <= 4 => ("T11", "L4"), _ => ("T6", "L1") };
        var first = dice.Between(Spine.IndexOf(highest), Spine.IndexOf(lowest) - count + 1);
        var last = first + count - 1;
        return new(approach, grade, Spine.Levels[first..(last + 1)], combined ? ["L5"] : [],
            Spine.Between(first - dice.Between(2, 3), combined ? Spine.IndexOf("S1") : last + dice.Between(2, 3)),
            Rods: grade >= 3 && dice.Chance(.5) ? 4 : 2);
    }
}
