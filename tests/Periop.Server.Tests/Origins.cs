using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Who is counted together when requests are too many.</summary>
public sealed class Origins(Origins.LimitedHost limited) : IClassFixture<Origins.LimitedHost>
{
    const int Limit = 3;

    readonly TestHospital hospital = limited.Host.NewHospital();

    [Fact]
    public async Task Too_many_requests_of_a_person_keep_nobody_of_another_hospital_out()
    {
        var (here, there) = (hospital.Named("nurse-1", "display"), limited.Host.NewHospital().Named("nurse-1", "display"));
        await FillAsync(here, "192.0.2.1", 200);
        (await FromAsync(there, "192.0.2.1")).Is(200);
    }

    [Fact]
    public async Task Too_many_requests_without_a_token_keep_nobody_of_another_origin_out()
    {
        await FillAsync(hospital.WithToken(null), "192.0.2.2", 401);
        (await FromAsync(hospital.WithToken(null), "192.0.2.3")).IsProblem(401);
        (await FromAsync(hospital.Named("nurse-2", "display"), "192.0.2.2")).Is(200);
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_network_are_one_origin()
    {
        for (var i = 1; i <= Limit; i++)
            (await FromAsync(hospital.WithToken(null), $"2001:db8:0:1::{i}")).IsProblem(401);
        (await FromAsync(hospital.WithToken(null), "2001:db8:0:1:ffff::9")).IsProblem(429);
        (await FromAsync(hospital.WithToken(null), "2001:db8:0:2::1")).IsProblem(401);
    }

    [Fact]
    public async Task Behind_trusted_proxies_an_origin_is_the_client()
    {
        const string proxy = "10.1.2.3";
        await FillAsync(hospital.WithToken(null), proxy, 401, ("X-Forwarded-For", "198.51.100.1"));
        (await FromAsync(hospital.WithToken(null), proxy, ("X-Forwarded-For", "198.51.100.2"))).IsProblem(401);
        (await FromAsync(hospital.WithToken(null), proxy, ("X-Forwarded-For", "198.51.100.1, 10.9.9.9"))).IsProblem(429);
    }

    [Fact]
    public async Task Whoever_is_no_trusted_proxy_cannot_choose_an_origin()
    {
        for (var i = 1; i <= Limit; i++)
            (await FromAsync(hospital.WithToken(null), "192.0.2.4", ("X-Forwarded-For", $"198.51.100.{10 + i}"))).IsProblem(401);
        (await FromAsync(hospital.WithToken(null), "192.0.2.4", ("X-Forwarded-For", "198.51.100.20"))).IsProblem(429);
    }

    [Fact]
    public async Task Too_many_requests_from_an_address_keep_nobody_there_from_asking_whether_the_server_lives()
    {
        await FillAsync(hospital.WithToken(null), "192.0.2.5", 401);
        (await hospital.WithToken(null).GetAsync("/health/live", (LimitedHost.Address, "192.0.2.5"))).Is(200);
    }

    [Fact]
    public async Task A_proxy_that_is_none_refuses_the_start()
    {
        await using var host = new PeriopHost(limited.Databases);
        await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(limited.Host.ConnectionString, web => web.UseSetting("Proxies:Trusted:0", "gateway")));
    }

    static async Task FillAsync(Person person, string address, int status, params (string Name, string Value)[] headers)
    {
        for (var i = 0; i < Limit; i++)
            (await FromAsync(person, address, headers)).Is(status);
        Assert.NotNull((await FromAsync(person, address, headers)).IsProblem(429).Header("Retry-After"));
    }

    static Task<Answer> FromAsync(Person person, string address, params (string Name, string Value)[] headers) =>
        person.GetAsync("/api/board", [.. headers, (LimitedHost.Address, address)]);

    /// <summary>A program that lets few requests through and has trusted proxies; the address of a connection is told by a header.</summary>
    public sealed class LimitedHost(TestDatabases databases) : IAsyncLifetime
    {
        public const string Address = "Test-Address";

        public TestDatabases Databases { get; } = databases;

        public PeriopHost Host { get; } = new(databases);

        public async ValueTask InitializeAsync() => await Host.StartAsync(await Databases.CopyAsync(), web =>
        {
            web.UseSetting("Access:RequestsPerTenSeconds", $"{Limit}");
            web.UseSetting("Proxies:Trusted:0", "10.0.0.0/8");
            web.UseSetting("Proxies:Trusted:1", "203.0.113.7");
            web.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, ConnectionsFromAnywhere>());
        });

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }

    sealed class ConnectionsFromAnywhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(http.Request.Headers[LimitedHost.Address].ToString());
                return rest(http);
            });
            next(app);
        };
    }
}
