using OpsConsole.Core.Identity;
using OpsConsole.Core.Policies.Authoring;
using OpsConsole.Core.Policies.Documents;

namespace OpsConsole.Core.Policies;

/// <summary>Why a command about a policy was refused. Nothing was changed, and what the person typed is not lost.</summary>
public abstract record PolicyRefusal
{
    private PolicyRefusal()
    {
    }

    /// <summary>The actor lacks the permission, or is no person.</summary>
    public sealed record Forbidden(NotAllowed Missing) : PolicyRefusal;

    /// <summary>There is no such policy, or no such version of it.</summary>
    public sealed record NoSuchPolicy(string PolicyId) : PolicyRefusal;

    /// <summary>There is no such draft.</summary>
    public sealed record NoSuchDraft : PolicyRefusal;

    /// <summary>The draft is in a state in which this cannot be done.</summary>
    public sealed record WrongState(DraftState State) : PolicyRefusal;

    /// <summary>Somebody else saved in the meantime; their text stands beside the person's own, which was not stored.</summary>
    public sealed record Stale(PolicyDraft Stored) : PolicyRefusal;

    /// <summary>Another text is in review than the one that the person saw.</summary>
    public sealed record OtherText : PolicyRefusal;

    /// <summary>A policy with that id exists; a draft of it begins from its newest version.</summary>
    public sealed record IdTaken(string PolicyId) : PolicyRefusal;

    /// <summary>The id of a published policy stays the same.</summary>
    public sealed record IdFixed(string PolicyId) : PolicyRefusal;

    /// <summary>The document is beyond what is stored.</summary>
    public sealed record TooLarge(int Characters, int Most) : PolicyRefusal;

    /// <summary>A version was published since the draft was begun; it must be taken over or looked at first.</summary>
    public sealed record BaseMoved(int BasedOn, int Newest) : PolicyRefusal;

    /// <summary>The draft says nothing else than the version that it succeeds.</summary>
    public sealed record Unchanged(int Version) : PolicyRefusal;

    /// <summary>The document has faults; all of them are told.</summary>
    public sealed record Faulty(PolicyDocument Document, IReadOnlyList<PolicyFault> Faults) : PolicyRefusal;

    /// <summary>A policy without a test cannot be published.</summary>
    public sealed record NoTests : PolicyRefusal;

    /// <summary>Tests of the policy fail.</summary>
    public sealed record TestsFail(IReadOnlyList<PolicyTestResult> Failed) : PolicyRefusal;

    /// <summary>Whoever had a hand in it does not put it in force, and whoever asked does not confirm.</summary>
    public sealed record OwnWork : PolicyRefusal;

    /// <summary>A text is needed: why it is sent back, or why the policy is to end.</summary>
    public sealed record CommentMissing : PolicyRefusal;

    /// <summary>The policy is retired, or somebody has asked for that already.</summary>
    public sealed record RetirementStands(RetirementState State) : PolicyRefusal;

    /// <summary>Nobody has asked to retire it, or the policy has moved on since.</summary>
    public sealed record NothingToConfirm : PolicyRefusal;

    /// <summary>These action types would be left without any policy; the person must say that this is meant.</summary>
    public sealed record LeavesUncovered(IReadOnlyList<string> ActionTypes) : PolicyRefusal;

    /// <summary>A file cannot be imported; every reason is told.</summary>
    public sealed record Unimportable(IReadOnlyList<string> Problems) : PolicyRefusal;
}
