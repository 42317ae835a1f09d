using System.Reflection;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;
using static Periop.Domain.Tests.Steps;

namespace Periop.Domain.Tests.Cases;

public class MaskingTests
{
    static readonly Note Hidden = new("(masked)");

    [Fact]
    public void A_masked_entry_has_lost_its_free_text_and_nothing_else()
    {
        var alert = new RaiseAlert(new Term("mep"), new Note("as in Mr. N.")) { Reason = new Note("told by N.") };
        var story = CaseStory.Scheduled().At("08:00", alert, out var entry);
        var before = (AlertRaised)story[entry].Event;
        Assert.Equal(before with { Change = Hidden, Reason = Hidden }, story.At("09:00", Mask(entry))[entry].Event);
    }

    [Fact]
    public void It_says_who_masked_it_when_and_why()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("09:00", Mask(entry), out var masking);
        Assert.Equal(new Masking(masking, "nurse-7", story[masking].RecordedAt, new Note("names a relative")), story[entry].Masked);
    }

    [Fact]
    public void What_the_same_command_retracted_loses_the_same_reason()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var first)
            .At("08:10", (AddAddendum)Addendum.Replacing(first), out var second).At("09:00", Mask(second));
        var retraction = story.Case.Entries.Values.Single(e => e.Event is EntryRetracted);
        Assert.Equal((Hidden, Hidden), (retraction.Event.Reason, story[second].Event.Reason));
    }

    [Fact]
    public void Masking_that_retraction_masks_what_it_came_with()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var first).At("08:10", (AddAddendum)Addendum.Replacing(first), out var second);
        var retraction = story.Case.Entries.Values.Single(e => e.Event is EntryRetracted).Id;
        Assert.Equal(Hidden, story.At("09:00", Mask(retraction))[second].Event.Reason);
    }

    [Fact]
    public void A_text_does_not_come_back_when_its_masking_is_retracted()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("09:00", Mask(entry), out var masking).At("09:05", Retract(masking));
        Assert.Equal(Hidden, ((AddendumAdded)story[entry].Event).Text);
        Assert.NotNull(story[entry].Masked);
    }

    [Fact]
    public void The_reason_of_a_masking_can_be_masked_itself()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("09:00", Mask(entry), out var first).At("09:05", Mask(first));
        Assert.Equal(Hidden, story[entry].Masked!.Reason);
    }

    [Fact]
    public void The_first_masking_of_an_entry_is_the_one_it_names()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("09:00", Mask(entry), out var first).At("09:05", Mask(entry));
        Assert.Equal(first, story[entry].Masked!.EntryId);
    }

    [Fact]
    public void A_retracted_entry_can_be_masked()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("08:10", Retract(entry)).At("09:00", Mask(entry));
        Assert.Equal(Hidden, ((AddendumAdded)story[entry].Event).Text);
    }

    [Fact]
    public void As_of_an_instant_before_the_masking_the_text_is_gone_and_the_case_says_so()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("09:00", Mask(entry));
        var then = story.Case.AsOf(CaseStory.Time("08:30"))!.Entries[entry];
        Assert.Equal(Hidden, ((AddendumAdded)then.Event).Text);
        Assert.NotNull(then.Masked);
    }

    [Fact]
    public void A_repeat_of_a_masked_entry_is_recognised_and_its_receipt_says_that_the_text_was_masked()
    {
        var story = CaseStory.Scheduled().At("08:00", Addendum, out var entry).At("09:00", Mask(entry));
        Assert.True(Assert.IsType<CommandResult.Replayed>(story.When("10:00", Addendum with { EntryId = entry })).Receipt.TextMasked);
    }

    [Fact]
    public void An_entry_that_is_not_there_cannot_be_masked() =>
        Assert.Equal("target-unknown", Assert.IsType<CommandResult.Refused>(CaseStory.Scheduled().When("09:00", Mask(CaseStory.Id(99)))).Refusal.Code);

    [Fact]
    public void Masking_raises_and_takes_away_no_flag()
    {
        var story = CaseStory.Scheduled().At("08:00", EnterRoom()).At("08:30", new MakeIncision { Override = new Note("no time") }, out var incision);
        Assert.Equal(story.Codes, story.At("09:00", Mask(incision)).Codes);
    }

    /// <summary>What stood deeper would stay.</summary>
    [Fact]
    public void No_event_has_free_text_deeper_than_in_its_own_members()
    {
        var deep = from type in StoredEvents.Types
                   from member in type.GetProperties()
                   from part in PartsOf(member.PropertyType, [])
                   where part.GetProperties().Any(p => p.PropertyType == typeof(Note) || p.PropertyType == typeof(Note?))
                   select $"{type.Name}.{member.Name}";
        Assert.Empty(deep);
        Assert.Empty(StoredEvents.Types.SelectMany(t => t.GetProperties())
            .Where(p => p.PropertyType.IsGenericType && Nullable.GetUnderlyingType(p.PropertyType) is null
                && p.PropertyType.GetGenericArguments().Contains(typeof(Note)))
            .Select(p => p.Name));
    }

    static IEnumerable<Type> PartsOf(Type type, HashSet<Type> seen) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(t => PartsOf(t, seen))
        : type.IsClass && type.Assembly == typeof(StoredEvent).Assembly && seen.Add(type)
            ? type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => PartsOf(p.PropertyType, seen)).Prepend(type)
        : [];

    static AddAddendum Addendum => new(new Note("his daughter is M."));

    static MaskEntry Mask(Guid target) => new() { TargetEntryId = target, Reason = new Note("names a relative") };
}
