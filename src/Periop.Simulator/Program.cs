namespace Periop.Simulator;

static class SimulatorProgram
{
    static int Main() => 0;
}
