using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Periop.Server.Http;

/// <summary>
/// Refuses a query with a parameter that its endpoint does not know, with one twice, or with one that no text can be. A misspelt name would widen the answer to
/// everything; two lots, read as one text, would be a third that nobody has, and the answer to a recall would be that there is nothing.
/// </summary>
static class QueryParameters
{
    public static void RefuseUnknownParameters(this WebApplication app)
    {
        var known = new KnownParameters(app.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>());
        app.Use((http, next) => known.Of(http.GetEndpoint()) is { } names && WhyNot(http.Request.Query, names) is { } problem
            ? problem.ExecuteAsync(http)
            : next(http));
    }

    /// <summary>The problem, where a query has what its endpoint does not know.</summary>
    public static IResult? WhyNot(IQueryCollection query, IReadOnlyList<string> known)
    {
        if (query.Keys.FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            return Problems.Of(400, "unknown-parameter",
                known.Count == 0 ? $"There is no parameter {unknown} here, nor any other."
                    : $"There is no parameter {unknown} here. There are: {string.Join(", ", known)}.",
                ("errors", new Dictionary<string, string[]> { [Problems.PointerTo(unknown)] = ["is not known here"] }), ("known", known));
        return query.FirstOrDefault(parameter => parameter.Value.Count > 1) is { Key: { } twice }
            ? Problems.Shape(Problems.PointerTo(twice), "is given more than once")
            : query.FirstOrDefault(parameter => parameter.Value.ToString().Contains('\0')) is { Key: { } unreadable }
            ? Problems.Shape(Problems.PointerTo(unreadable), "must not have a NUL character")
            : null;
    }
}

/// <summary>The parameters that each endpoint of the interface declares, as its description has them.</summary>
sealed class KnownParameters(IApiDescriptionGroupCollectionProvider descriptions)
{
    readonly Lazy<Dictionary<string, string[]>> byEndpoint = new(() => descriptions.ApiDescriptionGroups.Items.SelectMany(group => group.Items)
        .Where(endpoint => endpoint.RelativePath!.StartsWith("api/", StringComparison.Ordinal)).DistinctBy(NameOf).ToDictionary(NameOf, InQuery));

    /// <summary>Null for what is no endpoint of the interface: health, metrics and files take any.</summary>
    public IReadOnlyList<string>? Of(Endpoint? endpoint) => endpoint?.DisplayName is { } name ? byEndpoint.Value.GetValueOrDefault(name) : null;

    static string NameOf(ApiDescription endpoint) => endpoint.ActionDescriptor.DisplayName!;

    static string[] InQuery(ApiDescription endpoint) =>
        [.. endpoint.ParameterDescriptions.Where(p => p.Source == BindingSource.Query).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))];
}
