namespace OpsConsole.Core.Actions.Telling;

/// <summary>What a role is told about.</summary>
public enum NoticeKind
{
    /// <summary>A rule forbade it when it was proposed; nobody was asked.</summary>
    Denied,

    /// <summary>Everybody who must has approved it; it is about to run.</summary>
    Approved,

    /// <summary>Somebody rejected it; it will not run.</summary>
    Rejected,

    /// <summary>The other side carried it out.</summary>
    Executed,

    /// <summary>The other side refused it or was never reached.</summary>
    Failed,
}

/// <summary>One thing that the holders of a role are told, because a rule asks for it. Never changed; who has read it is kept beside it.</summary>
public sealed class ActionNotice
{
    public required Guid Id { get; init; }

    public required string Role { get; init; }

    public required NoticeKind Happened { get; init; }

    public required Guid ActionId { get; init; }

    public required int ActionNumber { get; init; }

    public required string Title { get; init; }

    public required Guid CaseId { get; init; }

    public required long CaseNumber { get; init; }

    /// <summary>Who did it: an actor id and the name to show.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>The rule that decided the verdict, such as <c>refunds/F4</c>.</summary>
    public required string Rule { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Somebody has read a notice.</summary>
public sealed class NoticeRead
{
    public required Guid NoticeId { get; init; }

    public required string PersonId { get; init; }

    public required DateTimeOffset At { get; init; }
}
