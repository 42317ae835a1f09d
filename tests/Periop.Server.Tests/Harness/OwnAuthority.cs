using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Periop.Server.Tests;

/// <summary>A certificate of this machine that nobody has vouched for, with its key: who is told of it believes it.</summary>
sealed class OwnAuthority : IDisposable
{
    readonly RSA key = RSA.Create(2048);
    readonly X509Certificate2 certificate;

    public OwnAuthority()
    {
        var request = new CertificateRequest("CN=hospital", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }

    public string Certificate => certificate.ExportCertificatePem() + "\n";

    public string Key => key.ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>For a server of ours to show.</summary>
    public X509Certificate2 Shown() => X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);

    /// <summary>Asks whoever shows it, and follows nothing by itself.</summary>
    public HttpClient Client()
    {
        var hash = certificate.GetCertHashString();
        return new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == hash },
        });
    }

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }
}
