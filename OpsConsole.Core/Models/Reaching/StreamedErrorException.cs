namespace OpsConsole.Core.Models.Reaching;

/// <summary>A provider that had answered with success said in the stream that it failed; <see cref="Body"/> is what it said, as JSON.</summary>
internal sealed class StreamedErrorException(string body) : IOException("The provider reported an error within the stream.")
{
    public string Body => body;
}
