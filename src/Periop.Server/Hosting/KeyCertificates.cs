using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Npgsql;
using Periop.Server.Store;

namespace Periop.Server.Hosting;

/// <summary>
/// What encrypts the keys of the cookies where they are kept, so that a copy of the database signs nobody in: a certificate with its RSA key,
/// <c>Access:KeyCertificate</c>, and those before it, <c>Access:FormerKeyCertificates</c>.
/// </summary>
static class KeyCertificates
{
    public const string Setting = "Access:KeyCertificate";

    const string Former = "Access:FormerKeyCertificates";

    /// <summary>In Development there may be none.</summary>
    public static bool AreConfigured(IConfiguration configuration) => configuration[$"{Setting}:Path"] is not null;

    public static void AddProtectionKeys(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("periop");
        builder.Services.AddOptions<KeyManagementOptions>()
            .Configure<NpgsqlDataSource>((keys, database) => keys.XmlRepository = new ProtectionKeys(database));
        if (!AreConfigured(builder.Configuration))
            return;
        protection.ProtectKeysWithCertificate(Load(builder.Configuration.GetSection(Setting)));
        protection.UnprotectKeysWithAnyCertificate([.. builder.Configuration.GetSection(Former).GetChildren().Select(Load)]);
    }

    static X509Certificate2 Load(IConfigurationSection section)
    {
        var path = section["Path"] ?? throw new StartRefusedException($"{section.Path}:Path is missing.");
        try
        {
            var certificate = Load(path, section["KeyPath"], section["Password"]);
            return certificate.GetRSAPrivateKey() is not null
                ? certificate : throw new StartRefusedException($"{section.Path} has no RSA key: {path}.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new StartRefusedException($"{section.Path} cannot be read from {path}: {unreadable.Message}");
        }
    }

    /// <summary>As PEM, the key in the same file or another, or as PKCS #12.</summary>
    static X509Certificate2 Load(string path, string? keyPath, string? password) =>
        !File.ReadAllText(path).Contains("-----BEGIN", StringComparison.Ordinal) ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
        : password is null ? X509Certificate2.CreateFromPemFile(path, keyPath)
        : X509Certificate2.CreateFromEncryptedPemFile(path, password, keyPath);
}
