using System.Net;
using System.Net.Sockets;

namespace Periop.Server.Access;

/// <summary>Where a request comes from: the client's address, of IPv6 the network that one client has for itself.</summary>
static class Origin
{
    public static string Of(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } mapped => $"{mapped.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } six => $"{new IPAddress([.. six.GetAddressBytes()[..8], .. new byte[8]])}/64",
        var four => $"{four}",
    };
}
