using CsCheck;
using Periop.Domain.Outcomes;

namespace Periop.Server.Tests.Register;

/// <summary>Some days of a hospital, at random: operated, put right, taken back, learnt late, reviewed, masked. What is refused is left out.</summary>
sealed class PlayedHistory(TestHospital hospital)
{
    public enum Step
    {
        Place, Describe, Waste, Remove, Bleed, Transfuse, Close, LeaveRoom, Discharge, Sign, Plan, Risk, Report, ReportLate, Review, Assess, FollowUp, Attempt,
        Lose, Return, Die, Correct, Retract, Replace, CorrectPatient, Acknowledge, Mask, EnterInError, Recall, CloseCampaign, Publish, Upload,
    }

    /// <summary>Each kind of step once, then any.</summary>
    public static readonly Gen<(Step Kind, int Pick)[]> Days =
        Gen.Select(Gen.Enum<Step>(), Gen.Int[0, 1000]).Array[120, 150].Select(any => Enum.GetValues<Step>().Select(step => (step, 0)).Concat(any).ToArray());

    static readonly string[] Kinds = ["infection-deep", "infection-superficial", "nerve-injury", "non-union", "pulmonary-embolism"];

    readonly List<(TestCase Case, Guid Entry)> recorded = [];
    readonly List<TestCase> cases = [];

    public async Task PlayAsync(IEnumerable<(Step Kind, int Pick)> steps)
    {
        for (var i = 0; i < 4; i++)
            cases.Add(await hospital.CaseInOperationAsync($"OR-{(i % 3) + 1}"));
        foreach (var (kind, pick) in steps)
        {
            hospital.Host.Clock.Advance(TimeSpan.FromMinutes(pick % 120));
            await (kind switch
            {
                Step.Recall => hospital.Quality.PostAsync("/api/implants/recalls", new { lots = new[] { $"L-{pick % 3}" }, notice = "N-1" }),
                Step.CloseCampaign => hospital.Quality.PostAsync(
                    $"/api/implants/recalls/campaigns/N-1/cases/{cases[pick % 4].Id}/closures", new { outcome = "informed", reason = "by telephone" }),
                Step.Upload => hospital.UploadAsync($"A {pick % 4}"),
                Step.Publish => hospital.PublishAsync([.. pick == 0 ? ExampleEvents.All.OfType<PublicationEvent>() : []]),
                _ => RecordAsync(kind, pick),
            });
        }
    }

    async Task RecordAsync(Step kind, int pick)
    {
        var surgicalCase = cases[pick % cases.Count];
        var of = recorded.Where(r => r.Case == surgicalCase).Select(r => r.Entry).ToArray();
        var target = of.Length == 0 ? surgicalCase.Id : of[pick % of.Length];
        var (command, body) = BodyOf(kind, pick, target, hospital.Now.AddHours(-pick % 40));
        var answer = await surgicalCase.PostAsync(command, body);
        if (answer.Status == 200)
            recorded.Add((surgicalCase, answer.EntryId));
    }

    (string Command, object Body) BodyOf(Step kind, int pick, Guid target, DateTimeOffset earlier)
    {
        var complication = Kinds[pick % Kinds.Length];
        return kind switch
        {
            Step.Place => ("hardware", Devices.Scanned(lot: $"L-{pick % 3}", serial: $"{pick % 7}")),
            Step.Describe => ("hardware",
                new { kind = "rod", lot = $"L-{pick % 3}", quantity = 2, levels = new[] { "L2", "L3" }, note = "bent", occurredAt = earlier }),
            Step.Waste => ("hardware-waste", new { kind = "rod", code = "wrong-size" }),
            Step.Remove => ("hardware-removals", new { targetEntryId = target, quantity = 1 }),
            Step.Bleed => ("blood-loss", new { cumulativeMl = pick, occurredAt = earlier, note = "estimated" }),
            Step.Transfuse => ("blood-products", new { product = "prbc", units = (pick % 3) + 1, occurredAt = earlier }),
            Step.Close => ("closure", new { method = "sutures" }),
            Step.LeaveRoom => ("room-exit", new { }),
            Step.Discharge => ("discharge", new { destination = "home" }),
            Step.Sign => ("signatures", new { role = pick % 2 == 0 ? "surgeon" : "circulating-nurse", meaning = "author" }),
            Step.Plan => ("plan-changes", new { surgeon = $"surgeon-{pick % 4}", room = $"OR-{(pick % 3) + 1}", reason = "a swap" }),
            Step.Risk => ("risk-factors", new { factors = new Dictionary<string, int> { ["age"] = 40 + (pick % 40) } }),
            Step.Report => ("complications", new { kind = complication, grade = "II", reason = "seen" }),
            Step.ReportLate => ("complications",
                new { kind = complication, onsetAt = earlier, detectedAt = earlier.AddHours(1), note = "by letter", reason = "late" }),
            Step.Review => ($"complications/{target}/reviews", (pick % 3) switch
            {
                0 => new { decision = "confirmed" },
                1 => new { decision = "reclassified", kind = complication, reason = "culture" },
                _ => (object)new { decision = "rejected", reason = "none" },
            }),
            Step.Assess => ("assessments", new { assessments = new[] { new { kind = complication, finding = pick % 2 == 0 ? "present" : "absent" } } }),
            Step.FollowUp => ("follow-ups",
                new { alive = true, painScore = pick % 11, occurredAt = earlier, assessments = new[] { new { kind = "infection", finding = "absent" } } }),
            Step.Attempt => ("follow-up-attempts", new { method = "call", result = "not-reached" }),
            Step.Lose => ("follow-up-losses", new { }),
            Step.Return => ("return-to-room", new { planned = pick % 2 == 0 }),
            Step.Die => ("death", new { occurredAt = earlier }),
            Step.Correct => ("time-corrections", new { targetEntryId = target, correctedTo = earlier, reason = "read off the monitor" }),
            Step.Retract => ("retractions", new { targetEntryId = target, reason = "wrong case" }),
            Step.Replace => ("blood-loss", new { cumulativeMl = pick, replaces = target, reason = "a digit" }),
            Step.CorrectPatient => ("patient-corrections", new { patientRef = $"p-{pick % 3}", reason = "digits swapped" }),
            Step.Acknowledge => ("flag-acknowledgements", new { code = pick % 2 == 0 ? "sign-in-missing" : "recorded-late", reason = "seen" }),
            Step.Mask => ($"entries/{target}/masking", new { reason = "names a relative" }),
            _ => ("retractions", new { targetEntryId = pick % 9 == 1 ? cases[pick % cases.Count].Id : target, reason = "in error" }),
        };
    }
}
