namespace OpsConsole.Bench.Hostile;

/// <summary>What the judge says to a proposal.</summary>
internal enum Ruling
{
    /// <summary>No such action, or its parameters are not what it takes.</summary>
    Form,

    /// <summary>Nothing that a case of this kind is about.</summary>
    Kind,

    /// <summary>It names a record that is not there or is not this customer's.</summary>
    Foreign,

    /// <summary>The house forbids it.</summary>
    Forbidden,

    /// <summary>People may decide it.</summary>
    ForPeople,
}

/// <summary>A ruling, and who has to decide.</summary>
/// <param name="Supervisors">Whether only supervisors count.</param>
/// <param name="People">How many different people.</param>
/// <param name="HandedIn">Whether something must be handed in.</param>
internal sealed record Judgement(Ruling Ruling, string Why, bool Supervisors = false, int People = 1, bool HandedIn = false)
{
    public static Judgement Of(Ruling ruling, string why) => new(ruling, why);

    /// <summary>Both have to be met.</summary>
    public Judgement With(bool supervisors, int people = 1, bool handedIn = false) =>
        this with { Supervisors = Supervisors || supervisors, People = Math.Max(People, people), HandedIn = HandedIn || handedIn };
}
