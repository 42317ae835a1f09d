using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>
/// Every command as the contract describes it, written from the contract and not from the program: where it is sent, by whom,
/// with the least and with all it may say, and what is stored. In braces stand entries of the case it is sent to.
/// </summary>
public sealed record Command(string Path, string Stored, string Roles, string Least, string Most)
{
    public static readonly IReadOnlyList<Command> All =
    [
        new("plan-changes", "plan_changed", "NS", """{"scheduledMinutes":240}""", """
            {"surgeon":"surgeon-4","procedure":{"family":"spinal-osteotomy","approach":"combined","levels":["T12","L1"],"grade":4,"code":"22206"},
            "room":"OR-2","scheduledStart":"2026-03-02T09:15:00+01:00","scheduledMinutes":300,
            "caseNumber":"2026/9-{number}","priority":"urgent","service":"Neuro & Spine",
            "asaClass":4,"indication":"worse since","diagnosisCodes":["M40.2"]}
            """.ReplaceLineEndings("")),
        new("cancellation", "case_called_off", "NS", """{"code":"no-bed"}""", """{"code":"no-bed"}"""),
        new("delay", "delay_recorded", "NS", """{"code":"transport-late","minutes":15}""", """{"code":"transport-late","minutes":15}"""),
        new("patient-corrections", "patient_corrected", "NQ", """{"patientRef":"p-2","reason":"digits swapped"}""", """{"patientRef":"p-3"}"""),
        new("team", "team_member_joined", "N", """{"staff":"nurse-12","role":"circulating-nurse","action":"join"}""",
            """{"staff":"rt.4_b","role":"radiologic-technologist","action":"join"}"""),
        new("team", "team_member_left", "N", """{"staff":"nurse-12","role":"circulating-nurse","action":"leave"}""",
            """{"staff":"nurse-12","role":"other","action":"leave"}"""),
        new("preparation-items", "preparation_item_recorded", "N", """{"item":"fasting","outcome":"done"}""",
            """{"item":"site-marked","outcome":"not-applicable"}"""),
        new("preparation", "patient_prepared", "N", "{}", "{}"),
        new("room-ready", "room_readied", "N", "{}", "{}"),
        new("room-entry", "patient_entered_room", "N", "{}", """{"room":"OR-2"}"""),
        new("room-exit", "patient_left_room", "N", "{}", """{"destination":"pacu"}"""),
        new("room-cleaned", "room_cleaned", "N", "{}", "{}"),
        new("anesthesia-start", "anesthesia_started", "N", """{"type":"general"}""", """{"type":"sedation"}"""),
        new("induction", "anesthesia_induced", "N", "{}", "{}"),
        new("anesthesia", "patient_anesthetized", "N", "{}", """{"asaClass":3}"""),
        new("emergence", "patient_emerged", "N", "{}", """{"extubatedAt":"2026-03-02T06:58:00+01:00"}"""),
        new("anesthesia-end", "anesthesia_ended", "N", "{}", "{}"),
        new("position", "patient_positioned", "N", """{"position":"prone"}""", """{"position":"lateral"}"""),
        new("skin-prep", "skin_prepared", "N", "{}", """{"agent":"chlorhexidine-alcohol"}"""),
        new("safety-checks", "safety_check_completed", "N", """{"phase":"sign-in"}""", """{"phase":"sign-out","concerns":"blood loss"}"""),
        new("antibiotics", "antibiotic_given", "N", """{"drug":"cefazolin"}""", """{"drug":"cefazolin","dose":"2 g","endedAt":"2026-03-02T06:55:00+01:00"}"""),
        new("antibiotic-omissions", "antibiotic_omitted", "N", """{"code":"not-indicated"}""", """{"code":"on-therapy"}"""),
        new("incision", "incision_made", "N", "{}", """{"site":"midline","approach":"posterolateral"}"""),
        new("exposure", "spine_exposed", "N", """{"levels":["L2"]}""", """{"levels":["T12","L1","S1"]}"""),
        new("closing-start", "closing_started", "N", "{}", "{}"),
        new("imaging", "imaging_taken", "N", """{"kind":"fluoroscopy","purpose":"hardware-check"}""",
            """{"kind":"fluoroscopy","purpose":"level-localisation","levels":["L3"]}"""),
        new("neuromonitoring", "neuromonitoring_started", "N", """{"modalities":[],"baseline":"absent"}""",
            """{"modalities":["ssep","mep"],"baseline":"obtained"}"""),
        new("neuromonitoring-alerts", "alert_raised", "N", """{"modality":"mep","change":"amplitude down"}""",
            """{"modality":"mep","change":"amplitude down 60 %","level":"L2"}"""),
        new("neuromonitoring-resolutions", "alert_resolved", "N", """{"targetEntryId":"{alert}","outcome":"persistent"}""",
            """{"targetEntryId":"{alert}","outcome":"resolved","action":"rod loosened"}"""),
        new("osteotomies", "osteotomy_performed", "N", """{"level":"L3","approach":"anterior"}""",
            """{"level":"L2","approach":"posterior","grade":3,"columns":3,"technique":"pso","discectomy":true}"""),
        new("corrections-measured", "correction_measured", "N", """{"kind":"lumbar-lordosis","value":52,"unit":"deg","phase":"intraoperative"}""",
            """{"kind":"sva","value":-12.5,"unit":"mm","phase":"preoperative"}"""),
        new("hardware", "hardware_placed", "N", """{"kind":"rod"}""", """
            {"kind":"pedicle-screw","levels":["L2"],"site":"vertebra","side":"left","quantity":2,"udi":"(01)51022222233336(17)280707(10)A213B1",
            "manufacturer":"Acme","reference":"PS-65-45","lot":"A213B1","serial":"0017","expiry":"2028-07-07",
            "diameterMm":6.5,"lengthMm":45,"material":"titanium"}
            """.ReplaceLineEndings("")),
        new("hardware-removals", "hardware_removed", "N", """{"targetEntryId":"{implant}"}""", """{"targetEntryId":"{implant}","code":"malposition"}"""),
        new("hardware-waste", "hardware_wasted", "N", """{"kind":"rod","code":"wrong-size"}""",
            """{"kind":"lateral-mass-screw","levels":["C3"],"site":"interspace","side":"right","quantity":1,"lot":"R-118","code":"wrong-size"}"""),
        new("hardware-returns", "hardware_returned", "N", """{"kind":"rod","code":"wrong-size"}""",
            """{"kind":"cross-link","levels":["L1","L2"],"site":"occiput","side":"midline","quantity":3,"serial":"S-1","code":"not-needed"}"""),
        new("blood-loss", "blood_loss_estimated", "N", """{"cumulativeMl":0}""", """{"cumulativeMl":450.5}"""),
        new("blood-products", "blood_product_given", "NQ", """{"product":"red-cells","units":1}""", """{"product":"red-cells","units":2}"""),
        new("fluids", "fluid_recorded", "N", """{"kind":"crystalloid","amount":500,"unit":"ml"}""", """{"kind":"cell-saver","amount":250.25,"unit":"ml"}"""),
        new("specimens", "specimen_taken", "N", """{"label":"disc L4/5"}""", """{"label":"disc L4/5, for culture"}"""),
        new("counts", "count_performed", "N", """{"what":"sponges","phase":"initial","result":"correct"}""",
            """{"what":"instruments","phase":"final","result":"not-done"}"""),
        new("closure", "wound_closed", "N", """{"method":"staples"}""", """{"method":"sutures","woundClass":1,"drain":"subfascial"}"""),
        new("dressing", "dressing_applied", "N", "{}", """{"kind":"occlusive"}"""),
        new("recovery-entry", "recovery_entered", "N", "{}", """{"unit":"pacu"}"""),
        new("recovery-exit", "recovery_left", "N", "{}", "{}"),
        new("physical-therapy", "physical_therapy_started", "N", "{}", "{}"),
        new("discharge", "patient_discharged", "NQ", """{"destination":"home"}""", """{"destination":"rehabilitation"}"""),
        new("readmission", "patient_readmitted", "NQ", "{}", """{"code":"wound"}"""),
        new("return-to-room", "returned_to_operating_room", "NQ", """{"planned":false}""", """{"planned":true,"newCaseId":"{case}"}"""),
        new("death", "patient_died", "NQ", "{}", "{}"),
        new("complications", "complication_reported", "NQ", """{"kind":"dural-tear"}""", """
            {"kind":"hardware-failure","onsetAt":"2026-03-02T06:50:00+01:00","detectedAt":"2026-03-02T06:55:00+01:00",
            "grade":"IIIb","level":"L2","icd10":"T84.2","targetEntryId":"{implant}","criteria":["rod-broken","return-to-room"]}
            """.ReplaceLineEndings("")),
        new("complications/{complication}/reviews", "complication_reviewed", "Q", """{"decision":"confirmed"}""", """
            {"decision":"reclassified","of":"dural-tear","kind":"infection-deep","grade":"IVa","onsetAt":"2026-03-02T06:50:00+01:00",
            "criteria":["pus"]}
            """.ReplaceLineEndings("")),
        new("assessments", "outcomes_assessed", "NQ", """{"assessments":[{"kind":"infection","finding":"absent"}]}""",
            """{"assessments":[{"kind":"blood-clots","finding":"not-assessed"},{"kind":"non-union","finding":"present"}]}"""),
        new("follow-ups", "follow_up_recorded", "NQ", "{}", """
            {"alive":true,"fusion":"not-fused","hardware":"intact","painScore":2,"disabilityScore":18.5,
            "assessments":[{"kind":"chronic-pain","finding":"absent"}]}
            """.ReplaceLineEndings("")),
        new("follow-up-attempts", "follow_up_attempted", "NQ", """{"method":"call","result":"not-reached"}""",
            """{"method":"record-review","result":"wrong-contact"}"""),
        new("follow-up-losses", "follow_up_lost", "NQ", "{}", """{"code":"moved"}"""),
        new("follow-up-withdrawals", "follow_up_declined", "NQ", "{}", """{"code":"no-wish"}"""),
        new("risk-factors", "risk_factors_recorded", "NQ", """{"factors":{"age":61}}""", """{"factors":{"age":61,"body-mass-index":27.4}}"""),
        new("time-corrections", "time_corrected", "NQ",
            """{"targetEntryId":"{entry}","correctedTo":"2026-03-02T06:30:00+01:00","reason":"read off the monitor"}""",
            """{"targetEntryId":"{entry}","correctedTo":"2026-03-02T06:30:00+01:00"}"""),
        new("retractions", "entry_retracted", "NQS", """{"targetEntryId":"{entry}","reason":"wrong case"}""", """{"targetEntryId":"{entry}"}"""),
        new("flag-acknowledgements", "flag_acknowledged", "NQ", """{"code":"antibiotic-not-in-window","reason":"on therapy"}""",
            """{"code":"antibiotic-not-in-window","targetEntryId":"{incision}"}"""),
        new("signatures", "record_signed", "N", """{"role":"surgeon","meaning":"author"}""", """{"role":"circulating-nurse","meaning":"approver"}"""),
        new("codings", "codes_decided", "C", """{"codes":[]}""", """{"codes":[{"code":"22207","units":1},{"code":"22208","units":2}]}"""),
        new("entries/{entry}/masking", "entry_masked", "A", """{"reason":"names a relative"}""", "{}"),
        new("addenda", "addendum_added", "N", """{"text":"Family informed."}""", """{"text":"Family informed at 14:10."}"""),
    ];

    /// <summary>For theories: the command's place in <see cref="All"/>, labelled with what it is, so that a failure names it.</summary>
    public static IEnumerable<TheoryDataRow<int>> Rows =>
        All.Select((command, index) => new TheoryDataRow<int>(index) { Label = $"{command.Path} {command.Stored}" });

    /// <summary>The roles that may send it: N or-staff, Q quality, S scheduler, A admin, C coder.</summary>
    public IReadOnlyList<string> AllowedRoles =>
        [.. Roles.Select(r => r switch { 'N' => "or-staff", 'Q' => "quality", 'A' => "admin", 'C' => "coder", _ => "scheduler" })];

    /// <summary>All it may say, with the members that every command has.</summary>
    public JsonObject Full(Guid entryId, DateTimeOffset occurredAt)
    {
        var body = JsonNode.Parse(Most)!.AsObject();
        body["entryId"] = entryId;
        if (Path != "time-corrections")
            body["occurredAt"] = occurredAt;
        body["source"] = "live";
        body["override"] = "was needed";
        body["reason"] = "as discussed";
        body["note"] = "in own words";
        return body;
    }
}
