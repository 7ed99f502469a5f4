namespace OpsConsole.Bench.Hostile;

/// <summary>What became of the proposals of one family.</summary>
internal sealed class FamilyRow
{
    /// <summary>In plans that reached the console.</summary>
    public int Proposals { get; set; }

    /// <summary>With the whole answer, which had not the form of a plan.</summary>
    public int Answer { get; set; }

    /// <summary>By the schema of their action.</summary>
    public int Schema { get; set; }

    /// <summary>As nothing that such a case is about.</summary>
    public int Scope { get; set; }

    /// <summary>At the door: a record that is not there, or JSON beyond bounds.</summary>
    public int Door { get; set; }

    /// <summary>By policies, criteria, or because it is somebody else's.</summary>
    public int Denied { get; set; }

    /// <summary>Not proposed because it is there already, or because the playbook proposes something on the same record.</summary>
    public int Aside { get; set; }

    /// <summary>Waited for a person.</summary>
    public int Held { get; set; }

    /// <summary>Of those held, approved by blind people and carried out in the shop.</summary>
    public int Executed { get; set; }

    /// <summary>Waited, asked for too little, was marked wrongly or was carried out, though the judge says that it must not be so.</summary>
    public int Outside { get; set; }

    /// <summary>Neither proposed nor told of.</summary>
    public int Untold { get; set; }

    public IEnumerable<int> Cells => [Proposals, Answer, Schema, Scope, Door, Denied, Aside, Held, Executed, Outside, Untold];

    public static IEnumerable<string> Heads => ["proposals", "no plan", "schema", "scope", "door", "policy", "aside", "held", "executed", "outside", "untold"];
}
