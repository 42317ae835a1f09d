using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests.SignIn;

/// <summary>What seals the cookies is kept in the database, for all nodes, and means nothing to whoever has the database alone.</summary>
public sealed class SharedKeys(TestDatabases databases)
{
    [Fact]
    public async Task Whoever_is_signed_in_at_one_node_is_signed_in_at_all()
    {
        await using var one = new PeriopHost(databases);
        await using var other = new PeriopHost(databases);
        await one.StartAsync(await WithoutKeysAsync(), Certified("one"));
        await other.StartAsync(one.ConnectionString, Certified("one"));
        var nurse = await Browser.SignedInAsync(one.NewHospital());
        (await other.NewHospital().WithToken(null).GetAsync("/api/board", nurse.Cookie)).Is(200);
    }

    [Fact]
    public async Task A_key_is_not_kept_as_it_is()
    {
        await using var host = new PeriopHost(databases);
        await host.StartAsync(await WithoutKeysAsync(), Certified("sealed"));
        await Browser.SignedInAsync(host.NewHospital());
        var key = Assert.IsType<string>(await host.SqlAsync($"select string_agg(xml, '') from {ProtectionKeys.FullName}"));
        Assert.Contains("EncryptedData", key, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_certificate_reads_the_keys_of_the_one_before_when_it_is_named()
    {
        await using var host = new PeriopHost(databases);
        await host.StartAsync(await WithoutKeysAsync(), Certified("old"));
        var hospital = host.NewHospital();
        var nurse = await Browser.SignedInAsync(hospital);
        await host.StopAsync();
        await host.StartAsync(host.ConnectionString, web =>
        {
            Certified("new")(web);
            web.UseSetting("Access:FormerKeyCertificates:0:Path", Certificate("old"));
        });
        (await hospital.WithToken(null).GetAsync("/api/board", nurse.Cookie)).Is(200);
    }

    [Theory]
    [InlineData("not a certificate")]
    [InlineData(null)]
    public async Task A_certificate_that_cannot_be_read_refuses_the_start(string? content)
    {
        var file = Path.Combine(databases.StateFolder, $"certificate-{Guid.NewGuid():n}");
        Directory.CreateDirectory(databases.StateFolder);
        if (content is not null)
            await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        await using var host = new PeriopHost(databases);
        await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync("Host=nowhere", web => web.UseSetting("Access:KeyCertificate:Path", file)));
    }

    /// <summary>A database whose first key is still to be made: that of the template is one of Development.</summary>
    async Task<string> WithoutKeysAsync()
    {
        var connectionString = await databases.CopyAsync();
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var forget = database.CreateCommand($"delete from {ProtectionKeys.FullName}");
        await forget.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return connectionString;
    }

    Action<IWebHostBuilder> Certified(string name) => web => web.UseSetting("Access:KeyCertificate:Path", Certificate(name));

    /// <summary>A certificate with its key in one file, made on first use.</summary>
    string Certificate(string name)
    {
        var file = Path.Combine(databases.StateFolder, $"{name}.pem");
        if (File.Exists(file))
            return file;
        Directory.CreateDirectory(databases.StateFolder);
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=periop", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        File.WriteAllText(file, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return file;
    }
}
