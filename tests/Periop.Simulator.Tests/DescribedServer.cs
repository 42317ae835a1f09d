using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Periop.Simulator.Tests;

/// <summary>A server that describes three operations, answers as a test says, and takes a hundredth of a second for each.</summary>
sealed class DescribedServer(FakeTimeProvider clock) : HttpMessageHandler
{
    const string Description = """
        { "openapi": "3.1.1", "info": { "title": "Periop", "version": "v1" }, "paths": {
          "/api/cases": {
            "get": { "parameters": [
                { "name": "q", "in": "query", "schema": { "type": "string" } }, { "name": "cursor", "in": "query", "schema": { "type": "string" } } ],
              "responses": {} },
            "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/ScheduleCase" } } } }, "responses": {} } },
          "/api/cases/{caseId}/addenda": { "post": {
              "parameters": [ { "name": "caseId", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } } ],
              "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/AddAddendum" } } } }, "responses": {} } } },
          "components": { "schemas": {
            "AddAddendum": { "type": "object", "required": [ "text" ], "properties": {
                "text": { "type": "string" }, "note": { "oneOf": [ { "type": "null" }, { "type": "string" } ] } } },
            "ScheduleCase": { "type": "object", "properties": {
                "caseNumber": { "type": [ "null", "string" ] }, "scheduledMinutes": { "type": [ "null", "integer" ], "format": "int32" },
                "scheduledStart": { "type": [ "null", "string" ], "format": "date-time" }, "priority": { "enum": [ "elective", "urgent" ] } } } } } }
        """;

    readonly Lock gate = new();

    /// <summary>What was asked, once the ground was laid.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>How a request is answered; what it says is read already.</summary>
    public Func<HttpRequestMessage, string, HttpResponseMessage> Answer { get; set; } = (_, _) => Problem(HttpStatusCode.BadRequest);

    public HttpClient Client() => new(this, disposeHandler: false) { BaseAddress = new("http://periop.example") };

    public static HttpResponseMessage Problem(HttpStatusCode status, string detail = "No.") => new(status)
    {
        Content = new StringContent(
            $$"""{"status":{{(int)status}},"code":"no","detail":{{System.Text.Json.JsonSerializer.Serialize(detail)}}}""", Encoding.UTF8,
            "application/problem+json"),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/openapi/v1.json")
            return new(HttpStatusCode.OK) { Content = new StringContent(Description, Encoding.UTF8, "application/json") };
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        lock (gate)
        {
            clock.Advance(TimeSpan.FromMilliseconds(10));
            Asked.Add($"{request.Method} {request.RequestUri.PathAndQuery} {body}");
            return Answer(request, body);
        }
    }
}
