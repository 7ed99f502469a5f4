using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Identity;

namespace OpsConsole.Core.Policies;

/// <summary>Reads a pack's <c>policies/*.yaml</c>. A policy that a newer pack no longer has stays in force: forgetting a file must not loosen a rule.</summary>
public sealed class PoliciesPart(PublishPolicies publish, IPolicies policies) : IPackPart
{
    public const string Kind = "policy";

    private const string Folder = "policies/";

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        var files = reading.Files.Texts
            .Where(file => file.Key.StartsWith(Folder, StringComparison.Ordinal) && file.Key.EndsWith(".yaml", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new PolicyFile(file.Key, file.Value)).ToList();
        foreach (var file in files)
        {
            Declare(reading, file);
        }

        return cancellation => publish.PublishAsync(Actor.Jobs, [.. files.Select(file => file with { Name = $"{reading.Files.Id}/{file.Name}" })], cancellation);
    }

    public bool Knows(PackName name) => name.Kind == Kind && policies.InForce.Policies.Any(policy => policy.Id == name.Id);

    private static void Declare(PackReading reading, PolicyFile file)
    {
        if (PolicyReader.Read(file.Name, file.Text, 0, reading.Errors) is not { } policy || reading.Open(file.Name) is not { } place)
        {
            return;
        }

        reading.Declare(Kind, policy.Id, policy.Title, place);
        foreach (var type in policy.Governs.Where(type => type != Policy.AllActionTypes))
        {
            reading.Refer("action type", type, place.Find("governs") ?? place);
        }
    }
}
