using Microsoft.Net.Http.Headers;

namespace Periop.Server.Http;

/// <summary>What a body says it is.</summary>
static class ContentTypes
{
    public static bool IsOfType(this HttpRequest request, string mediaType) =>
        request.GetTypedHeaders().ContentType?.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>Whether it is in UTF-8, as it is when it does not say.</summary>
    public static bool IsUtf8(this HttpRequest request) =>
        request.GetTypedHeaders().ContentType is not { Charset: { HasValue: true } charset }
        || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
