using Microsoft.AspNetCore.Http.Extensions;

namespace Periop.Server.Shell;

/// <summary>The address of a page: what is asked stands in it, so that a part of the question is chosen by another address.</summary>
public sealed record PageAddress(string Path, IReadOnlyList<KeyValuePair<string, string>> Asked)
{
    /// <summary>How a page is coloured is no part of what it is asked.</summary>
    public const string Theme = "theme";

    /// <summary>Names the instant of an entry that was just recorded, and is waited for.</summary>
    public const string Own = "with";

    public static PageAddress Of(HttpRequest request) => new(request.Path, [.. from p in request.Query select KeyValuePair.Create(p.Key, p.Value.ToString())]);

    /// <summary>A field that was left empty says nothing: then the page sends the reader on to the address without it.</summary>
    public bool HasEmpty => Asked.Any(p => p.Value.Length == 0);

    public string? this[string name] => Asked.FirstOrDefault(p => Is(p, name)).Value is { Length: > 0 } value ? value : null;

    /// <summary>The same question, but for one thing; null leaves it out.</summary>
    public PageAddress With(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return Without(name);
        var said = KeyValuePair.Create(name, value);
        return this with { Asked = Asked.Any(p => Is(p, name)) ? [.. Asked.Select(p => Is(p, name) ? said : p)] : [.. Asked, said] };
    }

    public PageAddress Without(params string[] names) =>
        this with { Asked = [.. Asked.Where(p => p.Value.Length > 0 && !Array.Exists(names, name => Is(p, name)))] };

    /// <summary>The same question to another page.</summary>
    public PageAddress At(string path) => this with { Path = path };

    public override string ToString() => Path + new QueryBuilder(Asked.Where(p => p.Value.Length > 0));

    static bool Is(KeyValuePair<string, string> parameter, string name) => parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
