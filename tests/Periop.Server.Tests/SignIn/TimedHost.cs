using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>A program for whose people and displays time passes only when a test says so.</summary>
public sealed class TimedHost(TestDatabases databases) : IAsyncLifetime
{
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 7, 0, 0, TimeSpan.Zero));

    public PeriopHost Host { get; } = new(databases);

    public async ValueTask InitializeAsync() => await Host.StartAsync(await databases.CopyAsync(), web => web.ConfigureTestServices(services =>
        services.PostConfigureAll<CookieAuthenticationOptions>(cookie => cookie.TimeProvider = Clock)));

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
