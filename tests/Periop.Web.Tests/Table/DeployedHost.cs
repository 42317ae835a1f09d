using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Periop.Server.Cases.Table;
using Periop.Server.Tests;
using Xunit;

namespace Periop.Web.Tests;

/// <summary>The program behind a line, of which another version can be deployed.</summary>
public sealed class DeployedHost(TestDatabases databases) : IAsyncLifetime
{
    public PeriopHost Host { get; } = new(databases) { Listens = true, Hospitals = 5 };

    public TcpLine Line { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Host.StartAsync(await databases.CopyAsync(), Of("release-1"));
        Line = new TcpLine(Host.Client.BaseAddress!);
    }

    /// <summary>Stops the program, and starts another version of it on the same database.</summary>
    public async Task DeployAsync(string release)
    {
        await Host.StopAsync();
        await Host.StartAsync(Host.ConnectionString, Of(release));
        Line.LeadTo(Host.Client.BaseAddress!);
    }

    public async ValueTask DisposeAsync()
    {
        await Line.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>People sit by the clock that tests move.</summary>
    Action<IWebHostBuilder> Of(string release) => web => web.ConfigureTestServices(services => services
        .AddSingleton(provider => CaseForm.Of(provider.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider) with { Release = release })
        .PostConfigureAll<CookieAuthenticationOptions>(cookie => cookie.TimeProvider = Host.Clock));
}
