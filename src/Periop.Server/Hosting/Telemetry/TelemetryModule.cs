using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Periop.Server.Access;

namespace Periop.Server.Hosting.Telemetry;

/// <summary>Traces, metrics and logs: sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where; metrics can be fetched at any time.</summary>
static class TelemetryModule
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("periop", serviceVersion: typeof(TelemetryModule).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation()
                .AddMeter("Marten", "Wolverine*", "Npgsql", Meters.Periop)
                .AddPrometheusExporter());
        if (string.IsNullOrEmpty(builder.Configuration[Endpoint]))
            return;
        ActivitySource.AddActivityListener(PrivateSpans.WithoutTexts);
        telemetry
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource("Marten", "Wolverine", "Npgsql")
                .AddProcessor<PollingSpans>().AddProcessor<PrivateSpans>())
            .WithLogging(_ => { }, logs => logs.IncludeScopes = false)      // the scope of a request has its path, and with it case ids
            .UseOtlpExporter();
    }

    public static void MapMetrics(this WebApplication app)
    {
        var metrics = app.MapPrometheusScrapingEndpoint("/metrics").DisableRateLimiting();
        if (ManagementPort.Of(app.Configuration) is null)
            metrics.For(Role.Operations);
        else
            metrics.AllowAnonymous();       // answered on the management port alone
    }
}
