using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Periop.Server.Access;
using Periop.Server.Access.SignIn;
using Periop.Server.Cases;
using Periop.Server.Hosting;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>The program as it is run for real, as far as signing in goes.</summary>
public sealed class OutsideDevelopment(TestDatabases databases)
{
    [Fact]
    public async Task Nobody_is_a_persona_and_a_provider_that_is_away_is_said_to_be()
    {
        await using var host = new PeriopHost(databases);
        await host.StartAsync(await databases.CopyAsync(), web =>
        {
            web.UseEnvironment("Production");
            web.UseSetting("Access:Authority", "https://127.0.0.1:1");
            web.UseSetting("Access:ClientId", "periop");
            web.UseSetting("Access:KeyCertificate:Path", Certificate());
        });
        var browser = new Browser(host);
        Assert.EndsWith("/sign-in?returnUrl=%2Fboard", (await browser.OpenAsync("/board")).Is(302).Header("Location"), StringComparison.Ordinal);
        Assert.Equal("/signed-out?why=away", (await browser.OpenAsync("/sign-in")).Is(302).Header("Location"));
        var told = (await browser.OpenAsync("/signed-out?why=away")).Is(200);
        Assert.EndsWith("form-action 'self' https://127.0.0.1:1", told.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotEqual(302, (await browser.SignInAsync(host.NewHospital(), "N-07")).Status);
        Assert.Empty(browser.Cookies);
    }

    [Fact]
    public async Task What_it_takes_to_sign_in_is_named_where_it_is_missing()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.AddHosting();
        builder.AddAccess();
        builder.AddSignIn();
        builder.AddCases();
        builder.AddStore();
        await using var app = builder.Build();
        var missing = Configuration.Problems(app).Where(problem => problem.StartsWith("Access:", StringComparison.Ordinal))
            .Select(problem => problem.Split(' ')[0]);
        Assert.Equal(["Access:Authority", "Access:ClientId", "Access:KeyCertificate:Path"], missing);
    }

    string Certificate()
    {
        Directory.CreateDirectory(databases.StateFolder);
        var file = Path.Combine(databases.StateFolder, $"{Guid.NewGuid():n}.pfx");
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=periop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
        return file;
    }
}
