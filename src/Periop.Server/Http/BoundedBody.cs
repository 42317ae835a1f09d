namespace Periop.Server.Http;

/// <summary>A body that is read whole, up to a limit.</summary>
static class BoundedBody
{
    /// <summary>Null when it is longer.</summary>
    public static async Task<byte[]?> ReadAtMostAsync(this HttpRequest request, int most, CancellationToken cancellation)
    {
        if (request.ContentLength > most)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > most)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
