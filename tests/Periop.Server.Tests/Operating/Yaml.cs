using YamlDotNet.RepresentationModel;

namespace Periop.Server.Tests.Operating;

/// <summary>Files of deploy/ as a parser of YAML reads them, anchors and merges resolved.</summary>
static class Yaml
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "deploy");

    /// <summary>The documents of a file, by its path below deploy/.</summary>
    public static IReadOnlyList<YamlMappingNode> Read(params string[] path)
    {
        using var file = new StreamReader(Path.Combine([Folder, .. path]));
        var yaml = new YamlStream();
        yaml.Load(file);
        return [.. yaml.Documents.Select(document => (YamlMappingNode)document.RootNode)];
    }

    /// <summary>What stands at a path of keys and places; null where nothing does.</summary>
    public static YamlNode? At(this YamlNode? node, params ReadOnlySpan<object> path)
    {
        foreach (var step in path)
            node = (node, step) switch
            {
                (YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null,
                (YamlSequenceNode list, int place) => list.Children.ElementAtOrDefault(place),
                _ => null,
            };
        return node;
    }

    public static string? TextAt(this YamlNode? node, params ReadOnlySpan<object> path) => (node.At(path) as YamlScalarNode)?.Value;

    public static IReadOnlyList<YamlNode> ListAt(this YamlNode? node, params ReadOnlySpan<object> path) =>
        [.. (node.At(path) as YamlSequenceNode)?.Children ?? []];

    public static IReadOnlyList<string> KeysAt(this YamlNode? node, params ReadOnlySpan<object> path) =>
        [.. ((node.At(path) as YamlMappingNode)?.Children.Keys ?? []).Select(key => ((YamlScalarNode)key).Value!)];
}
