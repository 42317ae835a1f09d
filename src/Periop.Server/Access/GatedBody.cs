using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Periop.Server.Access;

/// <summary>The body of an answer, behind a gate: what is written is held until the gate opens, and forgotten when it does not.</summary>
/// <param name="open">Opens the gate; throws when it stays shut.</param>
sealed class GatedBody(IHttpResponseBodyFeature body, Func<Task> open) : IHttpResponseBodyFeature
{
    public HeldWriter Held { get; } = new(body.Writer, open);

    public Stream Stream => field ??= Held.AsStream(leaveOpen: true);

    public PipeWriter Writer => Held;

    public void DisableBuffering() => body.DisableBuffering();

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await Held.LetOutAsync(cancellationToken);
        await body.StartAsync(cancellationToken);
    }

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await Held.LetOutAsync(cancellationToken);
        await body.SendFileAsync(path, offset, count, cancellationToken);
    }

    public async Task CompleteAsync()
    {
        await Held.LetOutAsync();
        await body.CompleteAsync();
    }

    /// <summary>Holds what is written before the gate is open; then it is the writer behind it.</summary>
    public sealed class HeldWriter(PipeWriter writer, Func<Task> open) : PipeWriter
    {
        ArrayBufferWriter<byte>? held = new();

        public override bool CanGetUnflushedBytes => held is not null || writer.CanGetUnflushedBytes;

        public override long UnflushedBytes => held?.WrittenCount ?? writer.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => held?.GetMemory(sizeHint) ?? writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => held is null ? writer.GetSpan(sizeHint) : held.GetSpan(sizeHint);

        public override void Advance(int bytes)
        {
            if (held is null)
                writer.Advance(bytes);
            else
                held.Advance(bytes);
        }

        public async Task LetOutAsync(CancellationToken cancellation = default)
        {
            if (held is null)
                return;
            try
            {
                await open();
            }
            catch
            {
                held.ResetWrittenCount();
                throw;
            }

            var written = held.WrittenMemory;
            held = null;
            if (written.Length > 0)
                await writer.WriteAsync(written, cancellation);
        }

        public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            await LetOutAsync(cancellationToken);
            return await writer.FlushAsync(cancellationToken);
        }

        public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
        {
            await LetOutAsync(cancellationToken);
            return await writer.WriteAsync(source, cancellationToken);
        }

        public override void CancelPendingFlush() => writer.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => writer.Complete(exception);

        public override async ValueTask CompleteAsync(Exception? exception = null)
        {
            await LetOutAsync();
            await writer.CompleteAsync(exception);
        }
    }
}
