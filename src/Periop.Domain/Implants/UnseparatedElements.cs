namespace Periop.Domain.Implants;

/// <summary>
/// Every way in which a text without separators can be taken for elements one behind another: its first value may be all of it, or end
/// where another identifier begins. What no way has is excluded.
/// </summary>
sealed class UnseparatedElements
{
    /// <summary>A label has a handful. Of more, nothing is kept: the scan is looked through instead.</summary>
    const int Most = 64;

    readonly string text;
    readonly string opening;
    readonly IReadOnlyCollection<string> taken;

    /// <param name="text">From its first identifier on.</param>
    /// <param name="taken">The identifiers that stand elsewhere in the scan. None stands twice.</param>
    public UnseparatedElements(string text, IReadOnlyCollection<string> taken)
    {
        (this.text, this.taken, opening) = (text, taken, ApplicationIdentifiers.At(text, 0)!);
        Elements = [.. Find()];
    }

    /// <summary>The elements of all ways, with where they begin and end.</summary>
    public IReadOnlyList<(string Identifier, int From, int To)> Elements { get; }

    /// <summary>Whether there is any way but to take it as one value.</summary>
    public bool AreUnclear => Elements.Any(e => e.From > 0);

    /// <summary>
    /// What the value behind an identifier may be; the empty text is among them when there may be none. None when nothing can be told.
    /// </summary>
    public IReadOnlyList<string> ValuesOf(string identifier)
    {
        var found = Elements.Where(e => e.Identifier == identifier).Select(e => text[(e.From + identifier.Length)..e.To]).Distinct().ToList();
        if (found.Count is 0 or > Most)
            return [];
        if (identifier != opening && CanEnd(without: identifier)[0])
            found.Add("");
        return found;
    }

    IEnumerable<(string Identifier, int From, int To)> Find()
    {
        var canEnd = CanEnd(without: null);
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var at = 0; at < text.Length; at++)
            if (reached[at])
                foreach (var (identifier, to) in ElementsAt(at).Where(e => canEnd[e.To]))
                {
                    reached[to] = true;
                    yield return (identifier, at, to);
                }
    }

    /// <summary>By place, whether what is from there on can be taken for elements.</summary>
    bool[] CanEnd(string? without)
    {
        var canEnd = new bool[text.Length + 1];
        canEnd[text.Length] = true;
        for (var at = text.Length - 1; at >= 0; at--)
            canEnd[at] = ElementsAt(at).Any(e => e.Identifier != without && canEnd[e.To]);
        return canEnd;
    }

    IEnumerable<(string Identifier, int To)> ElementsAt(int at)
    {
        if (ApplicationIdentifiers.At(text, at) is not { } identifier || (at > 0 && (identifier == opening || taken.Contains(identifier))))
            yield break;
        var form = ApplicationIdentifiers.FormOf(identifier)!;
        var begin = at + identifier.Length;
        for (var length = at == 0 ? form.Shortest : form.ShortestHidden; length <= form.Longest && begin + length <= text.Length; length++)
            if (form.MayBe(text.Substring(begin, length)))
                yield return (identifier, begin + length);
    }
}
