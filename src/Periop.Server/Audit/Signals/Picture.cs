using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Periop.Domain.Text;
using Periop.Server.Audit.Outcomes;
using Periop.Server.Audit.Plots;
using Periop.Server.Hospitals;
using Periop.Server.Http;
using Periop.Server.Http.Lists;
using Periop.Server.Register;

namespace Periop.Server.Audit.Signals;

/// <summary>In which form an answer is wanted: its numbers, a picture of them, or its points as a table.</summary>
enum PlotForm { Json, Svg, Png, Csv }

/// <summary>Answers as numbers or as pictures, over HTTP.</summary>
static class Picture
{
    static readonly (string Type, PlotForm Form)[] Types =
        [("application/json", PlotForm.Json), (SvgText.ContentType, PlotForm.Svg), (PngImage.ContentType, PlotForm.Png),
            (ListFormat.Csv.ContentType, PlotForm.Csv)];

    /// <summary>Reads what the query says, else <c>Accept</c>; the problem when the query's word is none, or nothing can write it here.</summary>
    public static IResult? Read(HttpRequest request, string? format, out PlotForm form)
    {
        form = PlotForm.Json;
        if (format is not null && !Vocabulary.TryRead(format, out form))
            return Problems.NoneOf("/format", Vocabulary.Words<PlotForm>());
        if (format is null)
            form = request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1)
                .SelectMany(a => Types.Where(t => a.MediaType.Equals(t.Type, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(Types[0]).Form;
        return form is PlotForm.Png && !PngImage.CanWrite
            ? Problems.Of(406, "no-font", "This server has no font to write on a picture. Ask for format=svg.")
            : null;
    }

    /// <summary>An answer in the form that was asked for, tagged by its bytes.</summary>
    /// <param name="points">What is drawn, a line each.</param>
    public static IResult Of<T, TPoint>(HttpContext http, Settled<T> answer, PlotForm form, Func<T, Figure> draw, IEnumerable<TPoint> points)
    {
        if (form is PlotForm.Json)
            return SettledResult.Of(http.Response, answer);
        if (form is PlotForm.Csv)
            return SettledResult.OfTable(http.Response, answer, points, ListFormat.Csv);
        SettledResult.Say(http.Response, answer.AsOf, answer.Behind);
        var figure = draw(answer.Body);
        var bytes = form is PlotForm.Svg ? Encoding.UTF8.GetBytes(SvgText.Of(figure)) : PngImage.Of(figure);
        return Results.Bytes(bytes, form is PlotForm.Svg ? $"{SvgText.ContentType}; charset=utf-8" : PngImage.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    /// <summary>How many cases a picture rests on, and how complete they are.</summary>
    public static string Cases(int assessed, double? completeness) =>
        $"{assessed:#,0} cases assessed" + (completeness is { } share ? $", {Sheet.Percent(share, 0)} complete" : "");

    /// <summary>What a picture says of the question that it answers.</summary>
    /// <param name="shown">What is shown of the outcome, such as "by surgeon".</param>
    public static PlotCaption Caption(
        CohortQuestion question, string title, int version, int engine, DateTimeOffset asOf, Hospital hospital, string shown, string cases,
        IEnumerable<string> notes)
    {
        var period = (question.From, question.To) switch
        {
            ({ } from, { } to) => $"{Day(from)} to {Day(to)}",
            ({ } from, null) => $"From {Day(from)}",
            (null, { } to) => $"Until {Day(to)}",
            _ => "All operations",
        };
        var local = TimeZoneInfo.ConvertTime(asOf, hospital.TimeZone);
        var only = question.Parameters.Where(p => p.Key is not ("definition" or "version" or "from" or "to" or "groupBy") && !string.IsNullOrEmpty(p.Value))
            .Select(p => $"{p.Key} {p.Value}").ToList();
        return new($"{title}, version {version}, {shown}", $"{period} · {cases}",
            string.Create(CultureInfo.InvariantCulture, $"As of {local:d MMM yyyy, HH:mm:ss} ({hospital.TimeZone.Id})")
                + $" · {question.Definition} version {version} · engine {engine}",
            only.Count == 0 ? [.. notes] : [$"Only {string.Join(", ", only)}.", .. notes]);
    }

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
