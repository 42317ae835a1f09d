using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace Periop.Server.Json;

/// <summary>JSON, one value a line, as it is written to an answer that goes on.</summary>
static class JsonLines
{
    public const string ContentType = "application/x-ndjson";

    /// <summary>Writes a line; it leaves when the body is flushed.</summary>
    public static void WriteJsonLine<T>(this PipeWriter body, T line)
    {
        body.Write(JsonSerializer.SerializeToUtf8Bytes(line, PeriopJson.Web));
        body.Write("\n"u8);
    }
}
