using Microsoft.AspNetCore.Hosting;
using Periop.Benchmarks.Screens;
using Wolverine;

[assembly: HostingStartup(typeof(OneOfSeveral))]

namespace Periop.Benchmarks.Screens;

/// <summary>Lets a server share the database with others of its kind, as it does outside Development; there it believes itself alone.</summary>
public sealed class OneOfSeveral : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.ConfigureWolverine(wolverine => wolverine.Durability.Mode = DurabilityMode.Balanced));
}
