using Periop.Domain.Cases;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>Arrows between namespaces point down only: what stands in a line may use what stands in the lines before it.</summary>
public sealed class Layers(ITestOutputHelper output)
{
    static readonly string[] Server =
    [
        "", "Json", "Hospitals", "Http, Http.Lists, Http.Description", "Access", "Store", "Register", "Implants.Recalls", "Implants",
        "Cases | Board | Import", "Hosting.Telemetry, Hosting.Health, Hosting",
    ];

    static readonly string[] Domain =
    [
        "Text", "Record", "Spine | Implants | Implants.Recalls", "Cases", "Times", "Procedures, Procedures.Coding", "Register",
    ];

    [Fact]
    public void Nothing_in_the_server_uses_what_stands_above_it() => Check(typeof(Program).Assembly.Location, "Periop.Server", Server);

    [Fact]
    public void Nothing_in_the_domain_uses_what_stands_above_it() => Check(typeof(CaseEvent).Assembly.Location, "Periop.Domain", Domain);

    [Fact]
    public void Every_namespace_is_that_of_its_folder_and_project_but_that_the_phases_of_a_case_are_drawers()
    {
    }

    void Check(string assembly, string root, string[] layers)
    {
        var graph = new NamespaceGraph(assembly, root);
        output.WriteLine(graph.ToString());
    }
}
