using System.CommandLine;
using Periop.Server.Access;

namespace Periop.Server.Operations;

/// <summary>What the program does besides serving.</summary>
static class Verbs
{
    static readonly RootCommand Root = new("Periop: the record of the operating room.") { TokenVerb.Build() };

    /// <summary>Whether the arguments name one of our verbs rather than ask the server to run.</summary>
    public static bool Name(string[] args) => args is [{ } first, ..] && Root.Subcommands.Any(v => v.Name == first);

    public static Task<int> RunAsync(string[] args) => Root.Parse(args).InvokeAsync();
}
