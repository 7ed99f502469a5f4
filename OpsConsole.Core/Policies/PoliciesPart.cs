using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies;

/// <summary>
/// Reads a pack's <c>policies/*.yaml</c>, whose tests must pass. A policy that a newer pack no longer has stays in force: forgetting a file
/// must not loosen a rule.
/// </summary>
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

        IReadOnlyList<PolicyFile> named = [.. files.Select(file => file with { Name = $"{reading.Files.Id}/{file.Name}" })];
        return reading.Loader switch
        {
            PackLoader.Restart => _ => Task.CompletedTask,
            PackLoader.Person person => cancellation => publish.PublishAsync(new Actor(ActorKind.Person, person.Id, person.Name, person.Roles), reading.Files.Id, named, cancellation),
            PackLoader.Settings => cancellation => publish.PublishAsync(Actor.Jobs, reading.Files.Id, named, cancellation),
            _ => throw new InvalidOperationException("PackLoader is a closed family."),
        };
    }

    public bool Knows(PackName name) => name.Kind == Kind && policies.InForce.Policies.Any(policy => policy.Id == name.Id);

    private static void Declare(PackReading reading, PolicyFile file)
    {
        if (PolicyYaml.Read(file.Name, file.Text, reading.Errors, out var lines) is not { } document || reading.Open(file.Name) is not { } place)
        {
            return;
        }

        if (PolicyReader.Compile(file.Name, file.Text, document, lines, 0, reading.Errors) is not { } policy)
        {
            return;
        }

        reading.Declare(Kind, policy.Id, policy.Title, place);
        var governs = place.Find("governs") ?? place;
        foreach (var type in policy.Governs.Where(type => type != Policy.AllActionTypes))
        {
            reading.Refer("action type", type, governs);
        }

        foreach (var type in policy.CaseTypes)
        {
            reading.Refer("case type", type, governs);
        }

        reading.Errors.AddRange(TestRun.Of(policy).Where(result => !result.Passes)
            .Select(result => new ConfigError(file.Name, lines.Of(new PolicyPlace.Test(result.Index)), $"the test “{result.Test.Name}” fails: {result.Problem}")));
    }
}
