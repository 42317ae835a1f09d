namespace Periop.Benchmarks;

/// <summary>A way of recording an entry into one of several cases.</summary>
/// <param name="Name">As in the table.</param>
/// <param name="BeginAsync">Makes fresh cases, all as long, and says their ids.</param>
/// <param name="RecordAsync">Records one entry into a case and returns when it is committed.</param>
sealed record Contender(string Name, Func<int, Task<Guid[]>> BeginAsync, Func<Guid, Task> RecordAsync);
