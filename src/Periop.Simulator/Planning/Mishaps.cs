using System.Text.Json.Nodes;

namespace Periop.Simulator.Planning;

/// <summary>What people get wrong while recording, and how they put it right: always by a further entry.</summary>
static class Mishaps
{
    public static void Tell(CaseScript script, IReadOnlyList<Draft> wrongTimes)
    {
        var dice = script.Dice;
        var inTheRoom = script.LastSent;
        // Whoever compares the times puts all of them right: half a correction would turn the order of two milestones around
        var compared = dice.Chance(BaseRates.TimesCompared);
        foreach (var wrong in compared ? wrongTimes : [])
            Afterwards("time-corrections", Later(inTheRoom, 5, 40), new()
            {
                ["targetEntryId"] = wrong.Id.ToString(), ["correctedTo"] = script.Text(wrong.HappenedAt), ["reason"] = "Compared with the anesthesia record",
            });

        if (dice.Chance(BaseRates.Replaced))
        {
            var loss = script.First("blood-loss");
            var right = (JsonObject)loss.Body.DeepClone();
            loss.Body["cumulativeMl"] = (int)loss.Body["cumulativeMl"]! * 10;
            right["replaces"] = loss.Id.ToString();
            right["reason"] = "One zero too many";
            Send(script.Nurse("blood-loss", loss.HappenedAt, right), Later(loss.SendAt, 1, 5));
        }

        if (dice.Chance(BaseRates.Retracted))
        {
            var prep = script.First("skin-prep");
            var again = script.Nurse("skin-prep", prep.HappenedAt, (JsonObject)prep.Body.DeepClone());
            Send(again, Later(prep.SendAt, 1, 3));
            Afterwards("retractions", Later(again.SendAt, 2, 10),
                new() { ["targetEntryId"] = again.Id.ToString(), ["reason"] = "Recorded twice, on two tablets" });
        }

        if (dice.Chance(BaseRates.TimeOutRecordedAfterIncision))
        {
            // Done but not yet recorded when the knife goes in: the incision is stopped, answered, and the time-out follows
            var incision = script.First("incision");
            var timeOut = script.Drafts.Last(draft =>
                draft.Name == "safety-checks" && (string?)draft.Body["phase"] == "time-out" && draft.HappenedAt <= incision.HappenedAt);
            incision.Override = "The time-out was done; it is being recorded";
            timeOut.SendAt = Later(incision.SendAt, .5, 2);
        }

        foreach (var draft in script.Drafts)
            draft.Twice = dice.Chance(BaseRates.SentTwice);

        DateTimeOffset Later(DateTimeOffset instant, double low, double high) => instant + dice.Minutes(low, high);

        void Afterwards(string name, DateTimeOffset at, JsonObject body) => Send(script.Nurse(name, at, body), at);

        static void Send(Draft draft, DateTimeOffset at) => draft.SendAt = at;
    }
}
