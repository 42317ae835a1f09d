using Xunit;

namespace Periop.Faults;

/// <summary>What a run decides by chance: the same each time, another when the environment says so. Every run prints it.</summary>
static class Seed
{
    const string Variable = "PERIOP_FAULTS_SEED";
    const int Usual = 2611;

    public static int Of(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), out var said) ? said : Usual;
        output.WriteLine($"{Variable}={seed}");
        return seed;
    }
}
