using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Periop.Simulator.Planning;
using Xunit;

namespace Periop.Simulator.Tests;

/// <summary>The contract's commands as the simulator uses them: names, members, and the words of each closed vocabulary.</summary>
public sealed partial class Every_planned_entry
{
    static readonly string[] Common = ["occurredAt", "source", "reason", "note", "replaces"];

    static readonly string[] Hardware =
        ["kind", "level", "levels", "site", "side", "quantity", "udi", "manufacturer",
            "reference", "lot", "serial", "expiry", "diameterMm", "lengthMm", "material"];

    static readonly Dictionary<string, string[]> Members = new()
    {
        ["schedule"] = ["caseNumber!", "patientRef", "room", "scheduledStart", "scheduledMinutes", "priority", "procedure",
            "surgeon", "service", "diagnosisCodes", "indication", "asaClass", "stayRef", "riskFactors"],
        ["plan-changes"] = ["surgeon", "procedure", "room", "scheduledStart", "scheduledMinutes"],
        ["cancellation"] = ["code!"], ["delay"] = ["code!", "minutes!"],
        ["team"] = ["staff!", "role!", "action!"],
        ["preparation-items"] = ["item!", "outcome!"], ["preparation"] = [],
        ["room-ready"] = [], ["room-entry"] = ["room"], ["room-exit"] = ["destination"], ["room-cleaned"] = [],
        ["anesthesia-start"] = ["type!"], ["induction"] = [], ["anesthesia"] = ["asaClass"], ["emergence"] = ["extubatedAt"], ["anesthesia-end"] = [],
        ["position"] = ["position!"], ["skin-prep"] = ["agent"],
        ["safety-checks"] = ["phase!", "concerns"],
        ["antibiotics"] = ["drug!", "dose", "endedAt"], ["antibiotic-omissions"] = ["code!"],
        ["incision"] = ["site", "approach"], ["exposure"] = ["levels!"], ["closing-start"] = [],
        ["imaging"] = ["kind!", "purpose!", "levels"],
        ["neuromonitoring"] = ["modalities!", "baseline!"], ["neuromonitoring-alerts"] = ["modality!", "change!", "level"],
        ["neuromonitoring-resolutions"] = ["targetEntryId!", "outcome!", "action"],
        ["osteotomies"] = ["level!", "approach!", "grade", "columns", "technique", "discectomy"],
        ["corrections-measured"] = ["kind!", "value!", "unit!", "phase!"],
        ["hardware"] = Hardware, ["hardware-waste"] = [.. Hardware, "code!"], ["hardware-removals"] = ["targetEntryId!", "code"],
        ["blood-loss"] = ["cumulativeMl!"], ["blood-products"] = ["product!", "units!"], ["fluids"] = ["kind!", "amount!", "unit!"],
        ["specimens"] = ["label!"], ["counts"] = ["what!", "phase!", "result!"],
        ["closure"] = ["method!", "woundClass", "drain"], ["dressing"] = ["kind"],
        ["recovery-entry"] = ["unit"], ["recovery-exit"] = [], ["physical-therapy"] = [], ["discharge"] = ["destination!"],
        ["readmission"] = ["code"], ["return-to-room"] = ["planned!"], ["death"] = [],
        ["complications"] = ["kind!", "onsetAt", "detectedAt", "grade", "level", "icd10", "targetEntryId"],
        ["complications/reviews"] = ["decision!", "kind", "grade", "onsetAt", "reason!"],
        ["assessments"] = ["assessments!"],
        ["follow-ups"] = ["alive", "fusion", "hardware", "painScore", "disabilityScore", "assessments"],
        ["follow-up-losses"] = ["code"], ["follow-up-withdrawals"] = ["code"], ["follow-up-attempts"] = ["method!", "result!"],
        ["time-corrections"] = ["targetEntryId!", "correctedTo!", "reason!"], ["retractions"] = ["targetEntryId!", "reason!"],
        ["signatures"] = ["role!", "meaning!"], ["addenda"] = ["text!"], ["codings"] = ["codes!"],
    };

    const string Level = "C[1-7]|T([1-9]|1[0-2])|L[1-5]|S[1-5]";
    const string Grade = "I|II|IIIa|IIIb|IVa|IVb|V";
    const string Approach = "posterior|posterolateral|anterior|combined";
    const string Role = "surgeon|assistant|anesthesiologist|circulating-nurse|scrub|radiologic-technologist|neuromonitoring|other";
    const string Complication =
        "infection-superficial|infection-deep|infection-organ-space|blood-loss|nerve-injury|deep-vein-thrombosis|pulmonary-embolism|non-union|hardware-failure|"
        + "chronic-pain|dural-tear|wrong-level|retained-item|wound-disruption|return-to-room|readmission|death|other";
    const string Implant = "pedicle-screw|lateral-mass-screw|iliac-screw|set-screw|rod|cage|hook|cross-link|plate|graft|other";
    const string Reference = "[A-Za-z0-9._-]{1,64}";

    /// <summary>By member, or by command and member where a word means something else elsewhere.</summary>
    static readonly Dictionary<string, string> Words = new()
    {
        ["source"] = "live|downtime", ["caseNumber"] = Reference, ["patientRef"] = Reference, ["room"] = Reference,
        ["surgeon"] = Reference, ["staff"] = Reference,
        ["priority"] = "elective|urgent|emergency", ["team/role"] = Role, ["signatures/role"] = Role,
        ["action"] = "join|leave", ["meaning"] = "author|reviewer|approver",
        ["neuromonitoring-resolutions/action"] = ".+", ["item"] = "fasting|medications|imaging|laboratory|examination|consent|site-marked",
        ["preparation-items/outcome"] = "done|not-applicable|problem",
        ["type"] = "general|regional|sedation|local", ["position"] = "prone|supine|lateral|other", ["safety-checks/phase"] = "sign-in|time-out|sign-out",
        ["antibiotic-omissions/code"] = "not-indicated|on-therapy|allergy|other", ["purpose"] = "level-localisation|hardware-check|other",
        ["baseline"] = "obtained|absent|unreliable", ["neuromonitoring-resolutions/outcome"] = "resolved|persistent",
        ["approach"] = Approach, ["level"] = Level, ["levels"] = Level,
        ["corrections-measured/unit"] = "deg|mm", ["corrections-measured/phase"] = "preoperative|intraoperative|postoperative",
        ["hardware/kind"] = Implant, ["hardware-waste/kind"] = Implant,
        ["hardware/site"] = "vertebra|interspace|ilium|occiput", ["side"] = "left|right|midline",
        ["fluids/kind"] = "crystalloid|colloid|cell-saver|urine|txa|other", ["what"] = "sponges|sharps|instruments", ["counts/phase"] = "initial|closing|final",
        ["result"] = "correct|discrepancy|resolved|not-done", ["method"] = "sutures|staples|adhesive|other", ["woundClass"] = "[1-4]",
        ["complications/kind"] = Complication, ["complications/grade"] = Grade,
        ["complications/reviews/kind"] = Complication, ["complications/reviews/grade"] = Grade,
        ["decision"] = "confirmed|reclassified|rejected",
        ["assessments/kind"] = Complication + "|infection|blood-clots", ["follow-ups/kind"] = Complication + "|infection|blood-clots",
        ["follow-up-attempts/method"] = "call|letter|visit|record-review|other",
        ["follow-up-attempts/result"] = "reached|not-reached|wrong-contact|other", ["finding"] = "present|absent|not-assessed",
        ["fusion"] = "fused|not-fused|indeterminate", ["follow-ups/hardware"] = "intact|loose|broken|displaced|removed",
        ["osteotomies/grade"] = "[1-6]", ["columns"] = "[1-3]", ["painScore"] = "[0-9]|10", ["family"] = "[a-z-]+",
        ["codings/code"] = "222[0-2][0-9]", ["codings/units"] = "[1-9]",
    };

    [Fact]
    public void is_within_the_vocabulary_of_the_contract() =>
        Assert.All(Planned.Entries.GroupBy(Command).SelectMany(entries => entries.Take(3000)), entry =>
        {
            var command = Command(entry);
            Assert.True(Members.TryGetValue(command, out var members), $"{entry.Name} is no command");
            Assert.Empty(entry.Body.Select(member => member.Key).Except(Common).Except(members.Select(member => member.TrimEnd('!'))));
            Assert.All(members.Where(member => member.EndsWith('!')),
                member => Assert.True(entry.Body.ContainsKey(member[..^1]), $"{entry.Name} lacks {member}"));
            foreach (var member in entry.Body)
                Check(command, member.Key, member.Value);
        });

    [Fact]
    public void states_its_times_with_an_offset_and_no_time_where_there_is_none() =>
        Assert.All(Planned.Entries, entry =>
        {
            Assert.Equal(entry.Name is "time-corrections" or "retractions", !entry.Body.ContainsKey("occurredAt"));
            Assert.True(entry.Text("occurredAt") is not { } time || Instant().IsMatch(time), entry.Text("occurredAt"));
        });

    static string Command(PlannedEntry entry) => ComplicationId().Replace(entry.Name, "/");

    static void Check(string command, string member, JsonNode? value)
    {
        switch (value)
        {
            case JsonArray items:
                foreach (var item in items)
                    Check(command, member, item);
                break;
            case JsonObject inner when member != "riskFactors":
                foreach (var (name, innerValue) in inner)
                    Check(command, name, innerValue);
                break;
            case { } plain when Words.TryGetValue($"{command}/{member}", out var words) || Words.TryGetValue(member, out words):
                Assert.Matches($"^({words})$", plain.GetValueKind() == JsonValueKind.String ? (string)plain! : plain.ToJsonString());
                break;
            case null:
                Assert.Fail($"{command} says null for {member}");
                break;
        }
    }

    [GeneratedRegex("/[0-9a-f-]{36}/", RegexOptions.None, 1000)]
    private static partial Regex ComplicationId();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", RegexOptions.None, 1000)]
    private static partial Regex Instant();
}
