using System.Net.Http.Headers;
using System.Text;

namespace Periop.Simulator.Fuzzing;

/// <summary>One request as it is sent.</summary>
/// <param name="Number">With the seed it makes the request again.</param>
/// <param name="Canary">What nobody may repeat: it stands where patients' data may stand. Null where it may be repeated.</param>
sealed record FuzzRequest(
    int Number, Operation Operation, string Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? ContentType, string? Canary)
{
    const int LongestTold = 4000;

    public HttpRequestMessage ToMessage(string token)
    {
        var message = new HttpRequestMessage(Operation.Method, Address);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        if (Body is null)
            return message;
        message.Content = new ByteArrayContent(Body);
        if (ContentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        foreach (var (name, value) in Headers.Where(header => header.Name.StartsWith("Content-", StringComparison.Ordinal)))
            message.Content.Headers.TryAddWithoutValidation(name, value);
        return message;
    }

    /// <summary>In full, for somebody who wants to send it again.</summary>
    public override string ToString()
    {
        var told = new StringBuilder($"{Operation.Method} /{Address}");
        foreach (var (name, value) in Headers)
            told.Append($"\n    {name}: {value}");
        if (Body is null)
            return told.ToString();
        var text = Encoding.UTF8.GetString(Body);
        var isText = Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(Body);
        var shown = isText ? text : "base64 " + Convert.ToBase64String(Body);
        told.Append($"\n    Content-Type: {ContentType}\n    {(shown.Length > LongestTold ? $"{shown[..LongestTold]}... ({Body.Length} bytes)" : shown)}");
        return told.ToString();
    }
}
