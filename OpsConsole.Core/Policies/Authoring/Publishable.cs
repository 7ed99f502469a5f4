using OpsConsole.Core.Foundation.Yaml;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies.Authoring;

/// <summary>What keeps a draft from being put in force, whoever asks. Asked when it is submitted, and again when it is published.</summary>
internal static class Publishable
{
    /// <summary>Whether the text compiles and passes its own tests. Takes as long as the tests take, so no lock is held meanwhile.</summary>
    public static PolicyRefusal? RefuseText(PolicyDraft draft, string text)
    {
        var document = draft.Document;
        if (PolicyCompiler.Compile(document, draft.BasedOn + 1, out var faults) is null)
        {
            return new PolicyRefusal.Faulty(document, faults);
        }

        var errors = new List<ConfigError>();
        return PolicyReader.Read(draft.File, text, draft.BasedOn + 1, errors) is { } policy
            ? RefuseTests(policy)
            : new PolicyRefusal.Unimportable([.. errors.Select(error => error.ToString())]);
    }

    /// <summary>Whether the draft changes the newest version, and changes something.</summary>
    public static PolicyRefusal? RefuseBase(PolicyDraft draft, PolicyVersion? newest, string text) =>
        (newest?.Version ?? 0) != draft.BasedOn ? new PolicyRefusal.BaseMoved(draft.BasedOn, newest?.Version ?? 0)
        : newest?.Digest == PolicyReader.Digest(text) ? new PolicyRefusal.Unchanged(newest.Version)
        : null;

    private static PolicyRefusal? RefuseTests(Policy policy)
    {
        if (policy.Document.Tests.Count == 0)
        {
            return new PolicyRefusal.NoTests();
        }

        var failed = TestRun.Of(policy).Where(result => !result.Passes).ToList();
        return failed.Count == 0 ? null : new PolicyRefusal.TestsFail(failed);
    }
}
