namespace Periop.Server;

/// <summary>What Periop's own figures are published under; each activity has its own, few, and none that names a person.</summary>
static class Meters
{
    public const string Periop = "Periop";
}
