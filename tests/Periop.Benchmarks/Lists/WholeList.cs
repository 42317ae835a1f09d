using System.Diagnostics;
using System.Net.Http.Headers;

namespace Periop.Benchmarks.Lists;

/// <summary>A whole list as a file, read as it comes: how long it takes, and whether the process grows with it.</summary>
static class WholeList
{
    /// <summary>After so many lines it is looked how much is in use.</summary>
    const int LookEvery = 5000;

    /// <returns>What was measured, in words.</returns>
    public static async Task<string> ReadAsync((HttpMessageInvoker Client, Uri Address, AuthenticationHeaderValue Token) somebody, string list)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(somebody.Address, list));
        request.Headers.Authorization = somebody.Token;
        var (before, watch) = (GC.GetTotalMemory(forceFullCollection: true), Stopwatch.StartNew());
        var (lines, bytes, most, first) = (0, 0L, 0L, TimeSpan.Zero);
        using var answer = await somebody.Client.SendAsync(request, CancellationToken.None);
        using var reader = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync());
        while (await reader.ReadLineAsync() is { } line)
        {
            bytes += line.Length + 1;
            if (lines++ == 0)
                first = watch.Elapsed;
            if (lines % LookEvery == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true));
        }

        return $"{lines - 1} lines, {bytes / 1e6:0.0} MB in {watch.Elapsed.TotalSeconds:0.0} s, the first after {first.TotalSeconds:0.0} s; "
            + (lines < LookEvery ? "too few to tell what was in use" : $"{Math.Max(0, most - before) / 1024 / 1024} MiB more in use at the most");
    }
}
