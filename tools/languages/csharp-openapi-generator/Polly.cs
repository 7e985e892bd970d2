using System;
using System.Threading.Tasks;

/// <summary>
/// What the generated client names of Polly, a library of NuGet for retries: Debian has none, and without a
/// policy the client calls nothing of it.
/// </summary>
namespace Polly
{
    public enum OutcomeType { Successful, Failure }

    public class PolicyResult<T>
    {
        public OutcomeType Outcome { get; set; }
        public T Result { get; set; }
        public Exception FinalException { get; set; }
    }

    public interface ISyncPolicy<T> { }

    public interface IAsyncPolicy<T>
    {
        Task<PolicyResult<T>> ExecuteAndCaptureAsync(Func<Task<T>> action);
    }
}
