using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies;

namespace OpsConsole.Core.Preparation.Packs;

/// <summary>Reads <c>policies/*.yaml</c>; the action types that a policy governs must exist.</summary>
public sealed class PoliciesPart(PublishPolicies publish) : IPackPart
{
    private const string Folder = "policies";
    private const string Kind = "policy";

    public Func<CancellationToken, Task> Read(PackReading reading)
    {
        var files = new List<PolicyFile>();
        foreach (var root in reading.OpenAll(Folder))
        {
            var file = new PolicyFile(root.File, reading.Files.Texts[root.File]);
            if (PolicyReader.Read(file.Name, file.Text, 0, reading.Errors) is not { } policy)
            {
                continue;
            }

            reading.Declare(Kind, policy.Id, policy.Title, root);
            foreach (var type in root.Find("governs")?.List("action-types").Where(type => type.Text is not "*") ?? [])
            {
                reading.Refer(ActionTypesPart.Kind, type.Text ?? "", type);
            }

            files.Add(file with { Name = $"{reading.Files.Id}/{file.Name}" });
        }

        return cancellation => publish.PublishAsync(Actor.Jobs, files, cancellation);
    }
}
