using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Periop.Server.Http.Lists;
using Xunit;

namespace Periop.Server.Tests.Http;

/// <summary>One list on a real server, which cuts connections as no server in memory does.</summary>
sealed class Served(WebApplication app, HttpClient client, ConcurrentQueue<string> logged) : IAsyncDisposable
{
    /// <summary>What was logged as a warning or worse.</summary>
    public IEnumerable<string> Logged => logged;

    public static async Task<Served> StartAsync<T>(ListFormat format, IAsyncEnumerable<T> items)
    {
        var logged = new ConcurrentQueue<string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(new Logs(logged));
        var app = builder.Build();
        app.MapGet("/items", () => new WholeList<T>(items, format)).WithName("items");
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new Served(app, new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(30) }, logged);
    }

    /// <summary>The answer, as soon as it begins.</summary>
    public Task<HttpResponseMessage> OpenAsync() => client.GetAsync("/items", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public Task<byte[]> ReadAsync() => client.GetByteArrayAsync("/items", TestContext.Current.CancellationToken);

    /// <summary>Every request has been dealt with to its end.</summary>
    public Task StopAsync() => app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    sealed class Logs(ConcurrentQueue<string> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                logged.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
            // nothing is held
        }
    }
}
