using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Periop.Domain.Cases;
using Periop.Domain.Record;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>What was stored once has to be read for ever: the JSON of every event, and the options that cannot be changed later.</summary>
public sealed class StoredForm(PeriopHost host) : IClassFixture<PeriopHost>
{
    readonly IDocumentStore store = host.Services.GetRequiredService<IDocumentStore>();

    public static TheoryData<string> Names { get; } = [.. StoredEvents.Types.Select(StoredEvents.NameOf)];

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
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(golden), JsonNode.Parse(written)), $"{name} is stored in another form now. Golden: {golden}\nNow: {written}");
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
    public void No_golden_file_is_left_of_an_event_that_is_gone() =>
        Assert.Equal(StoredEvents.Types.Select(StoredEvents.NameOf).Order(), Golden.Names().Order());

    [Fact]
    public void An_event_with_a_member_of_a_later_version_is_read()
    {
        var golden = JsonNode.Parse(File.ReadAllText(Golden.FileOf("incision_made")))!.AsObject();
        golden["instrument"] = "scalpel";
        using var stored = new MemoryStream(Encoding.UTF8.GetBytes(golden.ToJsonString()));
        Assert.Equal("midline", store.Options.Serializer().FromJson<IncisionMade>(stored).Site?.Value);
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

    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string FileOf(string name) => Path.Combine(Folder, $"{name}.json");

    public static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!);
}
