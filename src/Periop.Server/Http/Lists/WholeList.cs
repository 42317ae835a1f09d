using Periop.Server.Json;

namespace Periop.Server.Http.Lists;

/// <summary>
/// A list from its first item to its last, sent while it is read. Where reading fails in the middle, the connection is cut, so that
/// nobody takes the part for the whole.
/// </summary>
sealed class WholeList<T>(IAsyncEnumerable<T> items, ListFormat format) : IResult, IStatusCodeHttpResult
{
    const int LinesPerFlush = 100;

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var reading = items.GetAsyncEnumerator(httpContext.RequestAborted);
        var any = await reading.MoveNextAsync();        // before anything is sent: what fails here is answered like any other fault
        try
        {
            await WriteAsync(httpContext, RestOf(reading, any, httpContext.Deadline()));
        }
        catch (Exception fault) when (httpContext.Deadline() is { IsOver: true } || !httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.RequestServices.GetRequiredService<ILogger<Faults>>()
                .LogError(fault, "Broke off in the middle of {Route}", httpContext.GetEndpoint()?.DisplayName);
            httpContext.Abort();
        }
    }

    Task WriteAsync(HttpContext http, IAsyncEnumerable<T> all)
    {
        if (format != ListFormat.Csv)
            return WriteLinesAsync(http, all);
        var name = http.GetEndpoint()!.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName;
        http.Response.ContentType = $"{format.ContentType}; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        return CsvList.WriteAsync(http.Response.Body, all, http.RequestAborted);
    }

    /// <summary>An item a line, and a last line that says that they are all.</summary>
    async Task WriteLinesAsync(HttpContext http, IAsyncEnumerable<T> all)
    {
        http.Response.ContentType = format.ContentType;
        var (body, count) = (http.Response.BodyWriter, 0);
        await foreach (var item in all)
        {
            body.WriteJsonLine(item);
            if (++count % LinesPerFlush == 0)
                await body.FlushAsync(http.RequestAborted);
        }

        body.WriteJsonLine(new { end = true, count });
        await body.FlushAsync(http.RequestAborted);
    }

    static async IAsyncEnumerable<T> RestOf(IAsyncEnumerator<T> reading, bool more, Deadline? deadline)
    {
        while (more)
        {
            yield return reading.Current;
            deadline?.Begin();
            more = await reading.MoveNextAsync();
            deadline?.Suspend();
        }
    }
}
