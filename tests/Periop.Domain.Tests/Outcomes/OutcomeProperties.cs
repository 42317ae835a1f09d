using System.Collections.Concurrent;
using CsCheck;
using Periop.Domain.Outcomes;
using Periop.Domain.Text;

namespace Periop.Domain.Tests.Outcomes;

/// <summary>What holds for every case, definition and instant. A failing property prints its seed and the shortest story found.</summary>
public class OutcomeProperties
{
    [Fact]
    public void A_case_is_in_the_first_of_the_stated_states_that_applies() => Holds(asked =>
    {
        var (stated, at) = (new StatedRules(asked.Definition, asked.Story.Entries, asked.AsOf, asked.Zone), asked.Outcome);
        Assert.Equal((stated.State, stated.IsClosed), (at.State, at.IsClosed));
    });

    [Fact]
    public void Days_passing_move_a_state_only_when_it_said_they_would() => Holds(asked =>
    {
        var (now, later) = (asked.Outcome, asked with { AsOf = asked.AsOf.AddHours(asked.Later) });
        if (now.MovesAt is not { } moves)
        {
            Same(now, later.Outcome);
            return;
        }

        Assert.True(moves > asked.AsOf);
        Same(now, (asked with { AsOf = moves.AddMicroseconds(-1) }).Outcome);
        Assert.True((asked with { AsOf = moves }).Outcome.IsClosed);
        if (later.AsOf < moves)
            Same(now, later.Outcome);
    });

    [Fact]
    public void A_window_that_has_closed_stays_closed_and_its_state_with_it() => Holds(asked =>
    {
        if (asked.Outcome is { IsClosed: true } closed)
            Same(closed, (asked with { AsOf = asked.AsOf.AddHours(asked.Later) }).Outcome);
    });

    [Fact]
    public void What_proves_a_state_survives_and_is_named_once() => Holds(asked =>
    {
        Assert.All(asked.Outcome.EntryIds, id => Assert.True(asked.Story[id].Survives));
        Assert.Distinct(asked.Outcome.EntryIds);
        if (asked.Outcome.Reason is not OutcomeReason.WindowOpen)
            Assert.Equal(asked.Outcome.Reason is OutcomeReason.NothingRecorded or OutcomeReason.AnchorMissing, asked.Outcome.EntryIds.Count == 0);
    });

    [Fact]
    public void With_all_retracted_that_came_after_the_incision_nothing_had_been_recorded() => Holds(asked =>
        Same((asked with { Story = Judged.Operated }).Outcome, (asked with { Story = OutcomeStep.TakeBack(asked.Story) }).Outcome));

    [Fact]
    public void A_definition_asks_for_findings_of_its_kind_its_members_and_its_family_alone() => Holds(asked =>
    {
        var kinds = OutcomeFamilies.Telling(asked.Definition.Kind);
        Same(asked.Outcome, Outcome.StateAt(
            asked.Definition, asked.Facts, CaseFinding.AllOf(asked.Story.Entries).Where(f => kinds.Contains(f.Kind)), asked.AsOf, new LocalDays(asked.Zone)));
    });

    [Fact]
    public void A_definition_without_a_measure_asks_for_no_transfusion() => Holds(asked =>
    {
        if (asked.Definition.Measure is null)
            Same(asked.Outcome, (asked with { Facts = asked.Facts with { Transfusions = [] } }).Outcome);
    });

    [Fact]
    public void Among_the_stories_is_every_state_for_every_reason()
    {
        var met = new ConcurrentDictionary<OutcomeReason, int>();
        Holds(asked => met.AddOrUpdate(asked.Outcome.Reason, 1, (_, n) => n + 1), stories: 1000);
        Assert.All(Enum.GetValues<OutcomeReason>(), reason => Assert.True(met.GetValueOrDefault(reason) > 0, $"{reason}: {string.Join(' ', met)}"));
    }

    static void Same(OutcomeAt expected, OutcomeAt actual)
    {
        Assert.Equal((expected.State, expected.Reason, expected.LastDay, expected.IsClosed), (actual.State, actual.Reason, actual.LastDay, actual.IsClosed));
        Assert.Equal(expected.EntryIds, actual.EntryIds);
    }

    static void Holds(Action<Asked> property, int stories = 100) => Asked.Any.Sample(property, iter: stories, print: asked => asked.ToString());

    /// <summary>A case, a definition and an instant.</summary>
    sealed record Asked(CaseStory Story, OutcomeDefinition Definition, DateTimeOffset AsOf, int Later, TimeZoneInfo Zone)
    {
        static readonly string[] Zones = ["Europe/Zurich", "America/New_York", "Asia/Tokyo", "America/Havana"];

        static readonly string[] Kinds =
            ["infection", "infection-deep", "infection-superficial", "death", "death", "blood-loss", "blood-loss", "return-to-room", "readmission"];

        static readonly TransfusionMeasure RedCells = new(["red-cells", "prbc"], 3);

        public CaseFacts Facts { get; init; } = CaseFacts.Of(Story.Entries);

        public OutcomeAt Outcome => Domain.Outcomes.Outcome.StateAt(Definition, Facts, CaseFinding.AllOf(Story.Entries), AsOf, new LocalDays(Zone));

        /// <summary>Instants lie on the hours of the incision, so that they meet what they may meet.</summary>
        public static Gen<Asked> Any => Gen.Select(OutcomeStep.Any, Definitions, Gen.Int[-24, 2400], Gen.Int[0, 2400], Gen.Int[0, Zones.Length - 1],
            (steps, definition, hour, later, zone) =>
                new Asked(OutcomeStep.Play(steps, ZoneOf(zone)), definition, CaseStory.Time("08:45").AddHours(hour), later, ZoneOf(zone)));

        static Gen<OutcomeDefinition> Definitions => Gen.Select(
            Gen.Int[0, Kinds.Length - 1].Select(n => Kinds[n]),
            Gen.OneOf(Gen.Int[0, 40].Select(days => new OutcomeWindow(Days: days)), Gen.Int[1, 96].Select(hours => new OutcomeWindow(Hours: hours))),
            Gen.Frequency((6, Gen.Const(OutcomeAnchor.FirstIncision)), (1, Gen.Const(OutcomeAnchor.RoomExit)), (1, Gen.Const(OutcomeAnchor.Discharge))),
            Gen.Enum<OutcomeEvidence>(), Gen.Int[-60, 60], Gen.Enum<ReviewDemand>(),
            (kind, window, anchor, evidence, from, review) => Judged.DeepInfection with
            {
                Id = kind,
                Kind = new(kind),
                Window = window,
                Anchor = anchor,
                Evidence = evidence,
                AssessedFrom = from >= 0 && from <= window.Days ? from : null,
                Review = review,
                Measure = kind == "blood-loss" ? RedCells : null,
            });

        public override string ToString() =>
            $"{Definition}\nas of {AsOf:O} in {Zone.Id}: {Outcome.State}, {Outcome.Reason}\n"
            + string.Join('\n', Story.Case.InOrderOfRecording().Select(e =>
                $"{e.Id.ToString()[..8]} {(e.Survives ? "" : "(retracted) ")}{e.EffectiveAt:O} {e.Event.GetType().Name}"));

        static TimeZoneInfo ZoneOf(int zone) => TimeZoneInfo.FindSystemTimeZoneById(Zones[zone]);
    }
}
