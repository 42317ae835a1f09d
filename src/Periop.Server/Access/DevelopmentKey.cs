using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Periop.Server.Access;

/// <summary>The key that signs tokens in Development: made on first use, readable by its owner alone, never in the repository.</summary>
static class DevelopmentKey
{
    public const string Issuer = "periop-development";
    public const string Algorithm = SecurityAlgorithms.HmacSha256;

    public static SymmetricSecurityKey Load(IConfiguration configuration)
    {
        var file = Path.Combine(StateFolder.Of(configuration), "development-key");
        for (var tries = 0; ; tries++)
            try
            {
                if (File.Exists(file) && File.ReadAllBytes(file) is { Length: 32 } key)
                    return new SymmetricSecurityKey(key);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows())
                    options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
                using var created = new FileStream(file, options);
                created.Write(RandomNumberGenerator.GetBytes(32));
            }
            catch (IOException) when (tries < 20)
            {
                Thread.Sleep(10);       // another process is making it
            }
    }
}
