using Microsoft.AspNetCore.TestHost;
using Wolverine;

namespace Periop.Server.Tests;

/// <summary>A host that shares the database with others of its kind, as a server does outside Development.</summary>
static class OneOfSeveral
{
    public static Task StartAsOneOfSeveralAsync(this PeriopHost host, string database) => host.StartAsync(database, web =>
        web.ConfigureTestServices(services => services.ConfigureWolverine(wolverine => wolverine.Durability.Mode = DurabilityMode.Balanced)));
}
