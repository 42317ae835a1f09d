using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Periop.Domain.Record;
using Periop.Server.Json;

namespace Periop.Server.Http;

/// <summary>A body of JSON: read, checked for shape, and hashed as it was sent.</summary>
/// <param name="Content">SHA-256 of the canonical body without its entry id, hexadecimal.</param>
sealed record JsonBody<T>(T Value, string Content) where T : class
{
    const int MaxBytes = 64 * 1024;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads the body of a request; a problem answers what is no such thing.</summary>
    /// <param name="type">What it is to be, where <typeparamref name="T"/> leaves that open.</param>
    /// <param name="name">The name in the path: the same body under another name is another content.</param>
    public static async Task<(JsonBody<T>? Body, IResult? Problem)> ReadAsync(HttpRequest request, Type type, string name, CancellationToken cancellation)
    {
        if (!request.HasJsonContentType())
            return (null, Problems.Of(415));
        if (!request.IsUtf8())
            return (null, Problems.Of(415, detail: "JSON is sent in UTF-8."));
        request.HttpContext.Deadline()?.Suspend();
        if (await request.ReadAtMostAsync(MaxBytes, cancellation) is not { } bytes)
            return (null, Problems.Of(413, detail: "This is at most 64 KiB."));
        request.HttpContext.Deadline()?.Begin();
        using var document = Parse(bytes);
        return document is null
            ? (null, Problems.Of(400, "malformed-json", "The body is not valid JSON, or names a member twice."))
            : Read(document.RootElement, type, name);
    }

    static JsonDocument? Parse(byte[] bytes)
    {
        try
        {
            return JsonDocument.Parse(bytes, Strict);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)      // the latter: half a character in a name
        {
            return null;
        }
    }

    static (JsonBody<T>?, IResult?) Read(JsonElement root, Type type, string name)
    {
        if (root.ValueKind is not JsonValueKind.Object)
            return (null, Problems.Of(400, "malformed-json", "The body must be a JSON object."));
        try
        {
            var content = Hash(name, root);
            if (ShapeOf(root, type) is { Count: > 0 } errors)
                return (null, Problems.Shape(errors));
            var value = (T)root.Deserialize(type, PeriopJson.Web)!;
            if (value is ISaysNull says)
                value = (T)(object)says.WithNulls([.. root.EnumerateObject().Where(m => m.Value.ValueKind is JsonValueKind.Null).Select(m => m.Name)]);
            var missing = ((value as ICommand)?.Missing() ?? []).GroupBy(m => m.Member.Length == 0 ? "" : "/" + m.Member)
                .ToDictionary(g => g.Key, g => g.Select(m => m.Problem).ToArray());
            return missing.Count > 0 ? (null, Problems.Shape(missing)) : (new JsonBody<T>(value, content), null);
        }
        catch (JsonException wrong)
        {
            return (null, Problems.Shape(Pointer(wrong.Path),
                wrong.Message.StartsWith("must be", StringComparison.Ordinal) ? wrong.Message : "is not of the right kind"));
        }
        catch (UnreadableTextException)
        {
            return (null, Problems.Of(400, "malformed-json", "The body has text with a NUL character or half a character."));
        }
    }

    /// <summary>Required and unknown members of the body itself, so that the answer can name them all.</summary>
    static Dictionary<string, string[]> ShapeOf(JsonElement root, Type type)
    {
        var members = PeriopJson.Web.GetTypeInfo(type).Properties
            .Where(p => p.Set is not null || p.IsRequired || p.AssociatedParameter is not null).ToDictionary(p => p.Name);
        var errors = new Dictionary<string, string[]>();
        foreach (var member in members.Values.Where(m => m.IsRequired && !root.TryGetProperty(m.Name, out _)))
            errors["/" + member.Name] = ["is required"];
        foreach (var given in root.EnumerateObject().Where(p => !members.ContainsKey(p.Name)))
            errors[Problems.PointerTo(given.Name)] = ["is not known here"];
        foreach (var item in NullsInLists(root, ""))
            errors[item] = ["must not be null"];
        return errors;
    }

    /// <summary>Nothing in a list says nothing; the serializer would let it through.</summary>
    static IEnumerable<string> NullsInLists(JsonElement element, string pointer) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(m => NullsInLists(m.Value, pointer + Problems.PointerTo(NameOf(m)))),
        JsonValueKind.Array => element.EnumerateArray().Index().SelectMany(i =>
            i.Item.ValueKind is JsonValueKind.Null ? [$"{pointer}/{i.Index}"] : NullsInLists(i.Item, $"{pointer}/{i.Index}")),
        _ => [],
    };

    /// <summary>Members sorted by name, numbers as written, no white space: two clients that send the same say the same.</summary>
    static string Hash(string name, JsonElement root)
    {
        using var canonical = new MemoryStream();
        canonical.Write(Encoding.UTF8.GetBytes(name + "\n"));
        using (var writer = new Utf8JsonWriter(canonical))
            Write(root, writer, leaveOut: "entryId");
        return Convert.ToHexStringLower(SHA256.HashData(canonical.GetBuffer().AsSpan(0, (int)canonical.Length)));
    }

    static void Write(JsonElement element, Utf8JsonWriter writer, string? leaveOut = null)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in element.EnumerateObject().Where(m => NameOf(m) != leaveOut).OrderBy(NameOf, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(NameOf(member));
                    Write(member.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Text(element));
                break;
            default:
                writer.WriteRawValue(element.GetRawText());
                break;
        }
    }

    static string Text(JsonElement element) => Readable(() => element.GetString()!);

    static string NameOf(JsonProperty member) => Readable(() => member.Name);

    /// <summary>PostgreSQL cannot keep a NUL character in a text.</summary>
    static string Readable(Func<string> read)
    {
        try
        {
            return read() is var text && text.Contains('\0') ? throw new UnreadableTextException() : text;
        }
        catch (InvalidOperationException)
        {
            throw new UnreadableTextException();        // invalid UTF-8, or half of a surrogate pair
        }
    }

    /// <summary>$.procedure.levels[1] as /procedure/levels/1.</summary>
    static string Pointer(string? path) =>
        path is null or "$" ? "" : path[1..].Replace("['", "/").Replace("']", "").Replace('[', '/').Replace("]", "").Replace('.', '/');

    sealed class UnreadableTextException : Exception;
}
