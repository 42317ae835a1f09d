namespace Periop.Domain.Implants;

/// <summary>
/// A GS1 Digital Link: a web address, of whatever host, that has the same elements as a barcode, those that tell devices apart in its path
/// and others behind the question mark (<c>https://id.gs1.org/01/51…/10/A%2FB1?17=280707</c>).
/// </summary>
static class DigitalLink
{
    /// <summary>Takes it apart; null when the text is no web address.</summary>
    public static ElementString? Read(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || text[..scheme].ToUpperInvariant() is not ("HTTP" or "HTTPS"))
            return null;
        var address = text[(scheme + 3)..].Split('#')[0].Split('?', 2);
        var path = address[0].Split('/');
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Array.FindLastIndex(path, path.Length - 1, s => s == ApplicationIdentifiers.Gtin) is var begin && begin >= 1)
            for (var at = begin; at + 1 < path.Length; at += 2)
                if (Take(path[at], path[at + 1], values) is { } problem)
                    return new ElementString(values, problem);
        foreach (var pair in (address is [_, { } query] ? query : "").Split('&', ';').Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
            if (Take(pair[0], pair[1], values) is { } problem)
                return new ElementString(values, problem);
        return new ElementString(values, null);
    }

    /// <summary>What is no identifier is left alone: an address may say other things, too.</summary>
    static string? Take(string identifier, string value, Dictionary<string, string> values)
    {
        if (ApplicationIdentifiers.FormOf(identifier) is null)
            return null;
        var plain = Uri.UnescapeDataString(value);
        return ElementString.Take(identifier, identifier == ApplicationIdentifiers.Gtin ? Gtin.Read(plain) ?? plain : plain, values);
    }
}
