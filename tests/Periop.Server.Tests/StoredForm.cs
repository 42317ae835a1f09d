using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Periop.Domain.Text;
using Periop.Server.Json;
using Periop.Server.Store;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What was stored once has to be read for ever: the JSON of every event, and the options that cannot be changed later.</summary>
public sealed class StoredForm(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly IDocumentStore store = host.Services.GetRequiredService<IDocumentStore>();

    public static TheoryData<string> Names { get; } = [.. StoredEvents.Types.Select(StoredEvents.NameOf)];

    public static TheoryData<string> GoldenNames { get; } = [.. Golden.Names().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_event_has_an_example_with_every_member_filled_in()
    {
        Assert.Equal(StoredEvents.Types, ExampleEvents.All.Select(e => e.GetType()).OrderBy(t => t.Name, StringComparer.Ordinal));
        Assert.All(ExampleEvents.All,
            e => Assert.All(e.GetType().GetProperties(), p => Assert.True(p.GetValue(e) is not null, $"{e.GetType().Name}.{p.Name} is empty")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_stored_as_its_golden_file_says(string name)
    {
        var example = ExampleEvents.All.Single(e => StoredEvents.NameOf(e.GetType()) == name);
        var written = store.Options.Serializer().ToJson(example);
        var golden = KeptFile.Read(Golden.FileOf(name), JsonNode.Parse(written)!.ToJsonString(Golden.Indented) + "\n");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(golden), JsonNode.Parse(written)),
            $"{name} is stored in another form now. Golden: {golden}\nNow: {written}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_read_back_from_its_golden_file(string name)
    {
        var example = ExampleEvents.All.Single(e => StoredEvents.NameOf(e.GetType()) == name);
        using var stored = File.OpenRead(Golden.FileOf(name));
        var read = store.Options.Serializer().FromJson(example.GetType(), stored);
        Assert.IsType(example.GetType(), read);
        Assert.Equivalent(example, read, strict: true);
        if (example is CaseEvent happened)
            Assert.Equal(happened.OccurredAt.Offset, ((CaseEvent)read).OccurredAt.Offset);
    }

    [Fact]
    public void Every_name_under_which_an_event_was_ever_stored_has_a_golden_file_and_no_other() =>
        Assert.Equal(StoredEvents.Types.Select(StoredEvents.NameOf).Concat([HardwareRemovedV1.Name, RecallAnnouncedV1.Name]).Order(), Golden.Names().Order());

    /// <summary>Taken away one by one: what may be absent is null, what may not is not read. Nothing is ever made up.</summary>
    [Theory]
    [MemberData(nameof(GoldenNames))]
    public async Task A_member_that_an_old_event_does_not_have_is_null_or_the_event_is_not_read(string name)
    {
        var type = name == HardwareRemovedV1.Name ? typeof(HardwareRemovedV1) : name == RecallAnnouncedV1.Name ? typeof(RecallAnnouncedV1)
            : StoredEvents.Types.Single(t => StoredEvents.NameOf(t) == name);
        var golden = await File.ReadAllTextAsync(Golden.FileOf(name), TestContext.Current.CancellationToken);
        var complete = JsonNode.Parse(golden)!;
        foreach (var path in Members(complete).ToArray())
        {
            var lacking = JsonNode.Parse(golden)!;
            var parent = path[..^1].Aggregate(lacking, (node, step) => step is int index ? node[index]! : node[(string)step]!).AsObject();
            parent.Remove((string)path[^1]);
            using var stored = new MemoryStream(Encoding.UTF8.GetBytes(lacking.ToJsonString()));
            string again;
            try
            {
                again = store.Options.Serializer().ToJson(store.Options.Serializer().FromJson(type, stored));
            }
            catch (JsonException missing)
            {
                Assert.Contains((string)path[^1], missing.Message, StringComparison.Ordinal);
                continue;
            }

            // an empty list or text is what the record begins with; it says nothing
            var read = JsonNode.Parse(again)!;
            var made = path.Aggregate((JsonNode?)read, (node, step) => step is int index ? node![index] : node![(string)step]);
            Assert.True(made is null or JsonArray { Count: 0 } || made.ToJsonString() == "\"\"",
                $"{name}: {string.Join('.', path)} was made up: {made?.ToJsonString()}");
        }
    }

    /// <summary>The way to every member of every object in it, but for names that are data.</summary>
    static IEnumerable<object[]> Members(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(m => m.Key is "riskFactors" or "factors" or "coefficients" ? [[m.Key]]
            : m.Value is null ? [[m.Key]] : Members(m.Value).Select(rest => (object[])[m.Key, .. rest]).Prepend([m.Key])),
        JsonArray items => items.Index().SelectMany(i => Members(i.Item!).Select(rest => (object[])[i.Index, .. rest])),
        _ => [],
    };

    [Fact]
    public void An_event_with_a_member_of_a_later_version_is_read()
    {
        var golden = JsonNode.Parse(File.ReadAllText(Golden.FileOf("incision_made")))!.AsObject();
        golden["instrument"] = "scalpel";
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(golden.ToJsonString()));
        Assert.Equal("midline", store.Options.Serializer().FromJson<IncisionMade>(stored).Site?.Value);
    }

    public static TheoryData<Type> Texts { get; } = [.. typeof(IText<>).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IText<>)))];

    /// <summary>The rules are for what comes in: what came in under others is there for ever.</summary>
    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_is_read_as_it_stands_whatever_the_rule_is_today(Type type)
    {
        const string NoRuleAllowsIt = "\"\"";
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(NoRuleAllowsIt));
        Assert.Equal(NoRuleAllowsIt, store.Options.Serializer().ToJson(store.Options.Serializer().FromJson(type, stored)));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(NoRuleAllowsIt, type, PeriopJson.Web));
    }

    [Fact]
    public async Task An_event_whose_texts_break_the_rules_of_today_is_read_and_written_as_it_is()
    {
        var golden = await File.ReadAllTextAsync(Golden.FileOf("AsStored/case_scheduled"), TestContext.Current.CancellationToken);
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(golden));
        var read = store.Options.Serializer().FromJson<CaseScheduled>(stored);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(golden), JsonNode.Parse(store.Options.Serializer().ToJson(read))));
        Assert.Equal("_2026;0117 ", Plan.Of(SurgicalCase.Evolve(null, read, read.OccurredAt, "nurse-7").Surviving()).CaseNumber.Value);
        Assert.Equal(["L1", "T13"], read.Procedure!.Levels!.Order().Select(l => l.Value));
    }

    [Fact]
    public void The_store_has_the_options_that_cannot_be_changed_later()
    {
        var options = Assert.IsType<DocumentStore>(store, exactMatch: false).Options;
        Assert.Equal(EventAppendMode.QuickWithServerTimestamps, options.Events.AppendMode);
        Assert.Equal(TenancyStyle.Conjoined, options.Events.TenancyStyle);
        Assert.Equal(StreamIdentity.AsGuid, options.Events.StreamIdentity);
        Assert.True(options.Events.UseExclusiveLockOnConcurrentAppends);
        Assert.True(options.Events.UseMandatoryStreamTypeDeclaration);
        Assert.True(options.Events.UseArchivedStreamPartitioning);
        Assert.True(options.Events.EnableEventSkippingInProjectionsOrSubscriptions);
        Assert.True(options.Events.EnableExtendedProgressionTracking);
        Assert.False(options.Advanced.DefaultTenantUsageEnabled);
        Assert.Same(host.Clock, options.Events.TimeProvider);
        Assert.Equal("periop_events", options.Events.DatabaseSchemaName);
    }

    [Fact]
    public void A_projection_never_leaves_an_event_out()
    {
        var errors = Assert.IsType<DocumentStore>(store, exactMatch: false).Options.Projections.Errors;
        Assert.Equal((false, false, false), (errors.SkipApplyErrors, errors.SkipSerializationErrors, errors.SkipUnknownEvents));
    }
}

/// <summary>The stored form of each event, kept beside the tests.</summary>
static class Golden
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "Periop.Server.Tests", "Golden");

    public static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string FileOf(string name) => Path.Combine(Folder, $"{name}.json");

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);
}
