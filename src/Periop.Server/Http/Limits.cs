namespace Periop.Server.Http;

/// <summary>What one server takes on at once.</summary>
static class Limits
{
    /// <summary>Every screen that watches a board holds one.</summary>
    const int Connections = 10_000;

    /// <summary>A command's 64 KiB and a little, so that the command's own answer comes first. Imports set their own.</summary>
    const long RequestBody = 72 * 1024;

    public static void AddLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxRequestBodySize = RequestBody;
    });
}
