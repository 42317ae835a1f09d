using JasperFx;
using JasperFx.CodeGeneration;

namespace Periop.Server.Hosting;

/// <summary>
/// What store and messaging write for themselves. A build without a compiler has it from before, and does not start when something is missing of it;
/// any other compiles it while it runs (docs/adr/2611-static-code.md).
/// </summary>
static class GeneratedCode
{
    const string Switch = "Periop.StaticCode";

    /// <summary>Where <c>codegen write</c> writes it, for <c>deploy/publish.sh</c>.</summary>
    const string Folder = "CodeGeneration:Folder";

    public static void AddGeneratedCode(this WebApplicationBuilder builder) => builder.Services.CritterStackDefaults(critters =>
    {
        if (builder.Configuration[Folder] is { } folder)
            critters.GeneratedCodeOutputPath = folder;
        if (!AppContext.TryGetSwitch(Switch, out var isStatic) || !isStatic)
            return;
        foreach (var profile in new[] { critters.Development, critters.Production })
        {
            profile.GeneratedCodeMode = TypeLoadMode.Static;
            profile.AssertAllPreGeneratedTypesExist = true;
        }
    });
}
