using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Periop.Server.Http;

/// <summary>What one server takes on at once, and of one request. They are described in docs/operating.md.</summary>
static class Limits
{
    /// <summary>Every screen that watches a board holds one.</summary>
    const int Connections = 10_000;

    /// <summary>Of one connection that carries several requests at a time. A proxy opens another when it needs more.</summary>
    const int RequestsOfConnection = 100;

    /// <summary>A command's 64 KiB and a little, so that the command's own answer comes first. Files set their own.</summary>
    const long RequestBody = 72 * 1024;

    /// <summary>An address with a cursor and every filter has a quarter of it.</summary>
    const int RequestLine = 8 * 1024;

    /// <summary>A token and the cookies of a browser have a few KiB of it.</summary>
    const int Headers = 32 * 1024, HeaderCount = 100;

    /// <summary>So much of an answer waits for a client that reads slowly, before what makes the answer waits too.</summary>
    const long AnswerWaiting = 64 * 1024;

    /// <summary>How long a request's head may take, and a connection wait for the next one.</summary>
    static readonly TimeSpan HeadPatience = TimeSpan.FromSeconds(30), NextPatience = TimeSpan.FromSeconds(130);

    /// <summary>Whoever sends or reads more slowly is cut off: a line that hardly moves holds its buffers for nothing.</summary>
    static readonly MinDataRate Slowest = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static void AddLimits(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxConcurrentConnections = Connections;
        limits.Http2.MaxStreamsPerConnection = RequestsOfConnection;
        limits.MaxRequestBodySize = RequestBody;
        limits.MaxRequestLineSize = RequestLine;
        limits.MaxRequestHeadersTotalSize = Headers;
        limits.MaxRequestHeaderCount = HeaderCount;
        limits.MaxResponseBufferSize = AnswerWaiting;
        limits.RequestHeadersTimeout = HeadPatience;
        limits.KeepAliveTimeout = NextPatience;
        limits.MinRequestBodyDataRate = Slowest;
        limits.MinResponseDataRate = Slowest;
    });
}
