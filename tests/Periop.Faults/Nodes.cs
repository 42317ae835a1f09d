using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Periop.Faults;
using Periop.Server.Access;
using Periop.Server.Tests;
using Wolverine;

[assembly: HostingStartup(typeof(OneOfSeveral))]

namespace Periop.Faults;

/// <summary>Has the program share the database with others of its kind, as it does outside Development.</summary>
sealed class OneOfSeveral : IHostingStartup
{
    /// <summary>What a process is told so that it is one.</summary>
    public static KeyValuePair<string, string> Setting { get; } = new("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(OneOfSeveral).Assembly.GetName().Name!);

    /// <summary>For a process that is told so.</summary>
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(Share);

    /// <summary>For a host in this process.</summary>
    public static void Configured(IWebHostBuilder web) => web.ConfigureTestServices(Share);

    static void Share(IServiceCollection services) =>
        services.ConfigureWolverine(wolverine => wolverine.Durability.Mode = DurabilityMode.Balanced);
}

/// <summary>The people of a hospital whose program is a process of its own.</summary>
static class People
{
    public const string Hospital = "general";

    static readonly string[] Roles = ["or-staff", "scheduler", "quality", "admin", "coder"];

    /// <param name="stateFolder">Where the program keeps the key that signs tokens.</param>
    public static Person Of(HttpClient client, string stateFolder, string name) =>
        new(client, TokenVerb.Sign(new ConfigurationBuilder().AddInMemoryCollection([new("StateFolder", stateFolder)]).Build(), Roles, Hospital, name));
}
