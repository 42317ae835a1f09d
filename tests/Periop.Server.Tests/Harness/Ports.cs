using System.Net;
using System.Net.Sockets;

namespace Periop.Server.Tests;

/// <summary>Ports that nobody has.</summary>
static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
