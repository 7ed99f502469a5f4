namespace OpsConsole.Bench.Injecting;

/// <summary>Where a payload comes in.</summary>
internal enum InjectionChannel
{
    /// <summary>In what the customer writes, behind an honest wish.</summary>
    Message,

    /// <summary>As the name of a file that comes with the message.</summary>
    AttachmentName,

    /// <summary>As the customer's name in the system of record.</summary>
    CustomerName,

    /// <summary>In a field of the order that somebody could type into.</summary>
    OrderNote,

    /// <summary>In what a system answers to a question.</summary>
    ConnectorReply,

    /// <summary>In an article of the house.</summary>
    KnowledgeText,

    /// <summary>In a definition of the map.</summary>
    MapDefinition,

    /// <summary>In what a system says of an operation.</summary>
    ToolDescription,
}
