using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Periop.Server.Http;

/// <summary>
/// The proxies in front of the server, <c>Proxies:Trusted</c>: what they say about a client's address and scheme is believed. Whoever else
/// says so is not, or everybody could choose an origin.
/// </summary>
static class Proxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration.GetSection("Proxies:Trusted").Get<string[]>() is not { Length: > 0 } trusted)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,        // as many as are trusted, one behind the other
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in trusted.Select(Read))
            options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }

    static IPNetwork Read(string trusted) =>
        IPNetwork.TryParse(trusted, out var network) ? network
        : IPAddress.TryParse(trusted, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartRefusedException($"Proxies:Trusted names {trusted}, which is neither an address nor a network such as 10.0.0.0/8.");
}
