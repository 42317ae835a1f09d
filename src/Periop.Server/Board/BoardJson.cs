using System.Text.Json;
using Periop.Server.Json;

namespace Periop.Server.Board;

/// <summary>The board as bytes: whether anything of it has changed is whether these have.</summary>
static class BoardJson
{
    public static byte[] Bytes<T>(T part) => JsonSerializer.SerializeToUtf8Bytes(part, PeriopJson.Web);
}
