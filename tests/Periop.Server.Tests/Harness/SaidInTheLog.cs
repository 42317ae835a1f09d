using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Periop.Server.Tests;

/// <summary>What a program has written into its log from warnings on.</summary>
sealed class SaidInTheLog : ILoggerProvider
{
    readonly ConcurrentQueue<(LogLevel Level, string Category, string Text)> lines = new();

    /// <summary>What is a fault of ours.</summary>
    public IReadOnlyList<string> Faults => [.. lines.Where(line => line.Level >= LogLevel.Error).Select(line => $"{line.Category}: {line.Text}")];

    public IReadOnlyList<string> Lines => [.. lines.Select(line => $"{line.Category}: {line.Text}")];

    public IReadOnlyList<string> Of<T>() => [.. lines.Where(line => line.Category == typeof(T).FullName).Select(line => line.Text)];

    public void Listen(IWebHostBuilder web) => web.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(this));

    public ILogger CreateLogger(string categoryName) => new Listener(this, categoryName);

    public void Dispose()
    {
        // nothing is held
    }

    sealed class Listener(SaidInTheLog said, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                said.lines.Enqueue((logLevel, category, $"{formatter(state, exception)} {exception?.Message}"));
        }
    }
}
