namespace Periop.Server.Hosting;

/// <summary>
/// Settings that nobody is to see in an environment or on a command line: a file each, named as the setting with <c>__</c> for <c>:</c>, in the
/// folder <c>SecretsFolder</c>. Under systemd that is where its credentials are.
/// </summary>
static class SecretFiles
{
    const string Setting = "SecretsFolder";

    const string Credentials = "CREDENTIALS_DIRECTORY";

    /// <summary>They outrank what is configured elsewhere.</summary>
    public static void AddSecretFiles(this WebApplicationBuilder builder)
    {
        if ((builder.Configuration[Setting] ?? builder.Configuration[Credentials]) is not { } folder)
            return;
        if (!Directory.Exists(folder))
            throw new StartRefusedException($"{Setting} is {folder}. There is no such folder.");
        builder.Configuration.AddKeyPerFile(folder);
    }
}
