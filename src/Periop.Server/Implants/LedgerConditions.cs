using Periop.Domain.Implants;

namespace Periop.Server.Implants;

/// <summary>
/// What <see cref="DeviceSought.CertaintyOf"/> decides, as conditions on a device <c>i</c>. Each begins with what an index answers, and a
/// device meets one at the most.
/// </summary>
static class LedgerConditions
{
    /// <param name="value">Makes a parameter of a value.</param>
    public static IEnumerable<string> Of(DeviceSought sought, Func<object, string> value)
    {
        if (sought.IsAny)
            return [""];
        var (lot, serial) = (Part("lot", sought.Lots, value), Part("serial", sought.Serials, value));
        var model = new SoughtModel(
            sought.Gtin is { } gtin ? value(gtin) : null, sought.Reference is { } reference ? value(reference) : null,
            sought.Manufacturer is { } manufacturer ? value(manufacturer) : null,
            MakerDecides: sought is { Gtin: null, Reference: null } && lot is null && serial is null);
        var agreements = new[] { model.Agreement, lot?.Agreement, serial?.Agreement }.OfType<string>().ToArray();
        var isOne = $"(({string.Join(") and (", agreements.Select(a => $"({a}) <> 'differs'"))}) and "
            + $"({string.Join(" or ", agreements.Select(a => $"({a}) = 'agrees'"))}))";
        // of the devices of a model, those of another lot are none, and they are many
        var ofLot = string.Concat(new[] { lot, serial }.OfType<LotOrSerial>().Select(t => $" and i.{t.Name}_key is null"));
        string?[] anchors =
        [
            serial?.IsKnown, lot?.IsKnown, serial?.IsPossible, lot?.IsPossible,
            model.Gtin is null ? null : $"i.gtin = {model.Gtin}{ofLot}",
            model.Reference is null ? null : $"i.reference_key = {model.Reference}{ofLot}",
            model.MakerDecides ? "i.manufacturer_key is not null" : null,
        ];
        var found = anchors.OfType<string>().ToArray();
        // Where one thing alone is sought, to be found by it is to be one. Said again, the planner would take the devices for few, and sort them all.
        var whole = agreements.Length == 1 && sought.Manufacturer is null ? "" : $" and {isOne}";
        var inScan = sought.InScans.Select(text => $"i.unread_scan_key like {value($"%{Escape(text)}%")}").ToArray();
        return
        [
            .. found.Select((anchor, index) =>
                $" and {anchor}{string.Concat(found.Take(index).Select(earlier => $" and ({earlier}) is not true"))}{whole}"),
            .. inScan.Length == 0 ? Array.Empty<string>() : [$" and ({string.Join(" or ", inScan)}) and {isOne} is not true"],
        ];
    }

    static LotOrSerial? Part(string name, IReadOnlyList<string> sought, Func<object, string> value) =>
        sought.Count == 0 ? null : new LotOrSerial(name, value(sought.ToArray()));

    static string Escape(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}

/// <summary>A lot or serial number that is sought.</summary>
sealed record LotOrSerial(string Name, string Sought)
{
    public string IsKnown => $"i.{Name}_key = any({Sought})";

    public string IsPossible => $"i.possible_{Name}s && {Sought}";

    /// <summary>A word: agrees, though it may be doubtful; differs; or unknown.</summary>
    public string Agreement => $"""
        case when {IsKnown} or {IsPossible} then 'agrees'
            when i.{Name}_key is null and (i.possible_{Name}s is null or '' = any(i.possible_{Name}s)) then 'unknown' else 'differs' end
        """;
}

/// <summary>A model that is sought, as parameters: by what the scan says, by catalogue number, by maker.</summary>
/// <param name="MakerDecides">Nothing else is sought.</param>
sealed record SoughtModel(string? Gtin, string? Reference, string? Manufacturer, bool MakerDecides)
{
    /// <summary>A word: agrees, though it may be doubtful; differs; or unknown. Null when no model is sought.</summary>
    public string? Agreement
    {
        get
        {
            if (Gtin is null && Reference is null && Manufacturer is null)
                return null;
            var makersDiffer = Manufacturer is null ? "false"
                : $"strpos(i.manufacturer_key, {Manufacturer}) = 0 and strpos({Manufacturer}, i.manufacturer_key) = 0";
            var differs = Reference is null ? makersDiffer : $"{makersDiffer} or i.reference_key <> {Reference}";
            var agrees = Reference is not null ? $"i.reference_key = {Reference}" : MakerDecides ? "i.manufacturer_key is not null" : "false";
            return $"""
                case {(Gtin is null ? "" : $"when i.gtin = {Gtin} then 'agrees'")}
                    when {differs} then 'differs' when {agrees} then 'agrees'
                    {(Gtin is null ? "" : "when i.gtin is not null then 'differs'")} else 'unknown' end
                """;
        }
    }
}
