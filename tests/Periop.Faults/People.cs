using Microsoft.Extensions.Configuration;
using Periop.Server.Access;
using Periop.Server.Tests;

namespace Periop.Faults;

/// <summary>The people of a hospital whose program is a process of its own.</summary>
static class People
{
    public const string Hospital = "general";

    static readonly string[] Roles = ["or-staff", "scheduler", "quality", "admin", "coder"];

    /// <param name="stateFolder">Where the program keeps the key that signs tokens.</param>
    public static Person Of(HttpClient client, string stateFolder, string name) =>
        new(client, TokenVerb.Sign(new ConfigurationBuilder().AddInMemoryCollection([new("StateFolder", stateFolder)]).Build(), Roles, Hospital, name));
}
