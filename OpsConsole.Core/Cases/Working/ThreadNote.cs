using OpsConsole.Core.Foundation.Time;

namespace OpsConsole.Core.Cases.Working;

/// <summary>Entries of the thread that the customer does not see.</summary>
internal static class ThreadNote
{
    public const string Channel = "note";

    public static CaseMessage Make(CaseEdit edit, TimeProvider clock, string author, string text) => new()
    {
        Id = Ids.New(clock),
        CaseId = edit.Case.Id,
        Kind = MessageKind.Note,
        Channel = Channel,
        Author = author,
        Body = text,
        At = edit.Now,
    };
}
