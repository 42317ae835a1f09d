using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Xunit;

namespace Periop.Server.Tests;

/// <summary>A live board as a screen receives it.</summary>
sealed class EventStream(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public sealed record Message(string Type, string? Id, JsonNode Data);

    public static async Task<EventStream> OpenAsync(Person person, params (string Name, string Value)[] headers)
    {
        var response = await person.OpenAsync("/api/board/stream", headers);
        var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        return new EventStream(response,
            SseParser.Create(body).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken));
    }

    /// <summary>The next message; signs of life are passed over.</summary>
    public async Task<Message> NextAsync(Func<Message, bool>? which = null)
    {
        while (await items.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            var message = new Message(items.Current.EventType, items.Current.EventId, JsonNode.Parse(items.Current.Data)!);
            if (message.Type != "ping" && which?.Invoke(message) != false)
                return message;
        }

        throw new InvalidOperationException("The live board has ended.");
    }

    /// <summary>The next sign of life; other messages are passed over.</summary>
    public async Task<Message> PingAsync()
    {
        while (await items.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken))
            if (items.Current.EventType == "ping")
                return new Message(items.Current.EventType, items.Current.EventId, JsonNode.Parse(items.Current.Data)!);
        throw new InvalidOperationException("The live board has ended.");
    }

    public async Task EndsAsync()
    {
        while (await items.MoveNextAsync().AsTask().WaitAsync(Patience, TestContext.Current.CancellationToken))
            Assert.Equal("ping", items.Current.EventType);
    }

    public ValueTask DisposeAsync()
    {
        response.Dispose();
        return ValueTask.CompletedTask;
    }
}
