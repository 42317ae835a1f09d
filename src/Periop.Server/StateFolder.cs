namespace Periop.Server;

/// <summary>Where this installation keeps what is its own: the private database, the development key.</summary>
static class StateFolder
{
    public static string Of(IConfiguration configuration) => configuration["StateFolder"] ?? Default();

    static string Default()
    {
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
            return "/var/lib/periop";       // a home folder of root cannot be entered by the database's user
        var data = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
        return Path.Combine(data, "periop");
    }
}
