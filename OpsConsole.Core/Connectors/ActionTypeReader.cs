using System.Text.Json.Nodes;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.Connectors;

/// <summary>
/// Reads one action type of a pack. A raw example:
/// <code>
/// - id: sandbox.cancel_order
///   system: sandbox
///   operation: cancel_order
///   title: Cancel order {parameters.order_id}
///   reversibility: irreversible
///   idempotency: native-key
///   parameters: { type: object, required: [order_id], properties: { order_id: { type: string } } }
///   context:
///     - { alias: order, record: { collection: orders, id: parameters.order_id } }
///   targets: [order]
///   material: { status: order.status }
///   criteria:
///     - { when: order.status = "pending", otherwise: Only a pending order can be cancelled. }
/// </code>
/// </summary>
public static class ActionTypeReader
{
    private static readonly string[] Known =
    [
        "id", "system", "operation", "title", "description", "effect", "reversibility", "idempotency", "parameters", "context", "targets",
        "material", "amount", "currency", "criteria", "preview", "probe", "compensation",
    ];

    /// <summary>The definition with version 0 (storing it gives the number). Faults are told to the file, and what could be read is given nevertheless.</summary>
    public static ActionType Read(YamlPart item)
    {
        item.AllowOnly(Known);
        var context = item.List("context").Select(ReadContext).ToList();
        var effect = item.Choice("effect", EffectClass.Write);
        var type = new ActionType
        {
            Id = item.Required("id"),
            Version = 0,
            System = item.Required("system"),
            Operation = item.Required("operation"),
            Title = item.Required("title"),
            Description = item.Optional("description") ?? "",
            Effect = effect,
            Reversibility = item.Choice("reversibility", effect == EffectClass.Read ? ReversibilityClass.ReadOnly : ReversibilityClass.Irreversible),
            Idempotency = item.Choice("idempotency", IdempotencySupport.None),
            Parameters = ReadSchema(item),
            Context = context,
            Targets = [.. item.List("targets").Select(target => ReadTarget(target, context))],
            Material = ReadExpressions(item.Find("material")),
            Amount = ReadExpression(item.Find("amount")),
            Currency = item.Optional("currency"),
            Criteria = [.. item.List("criteria").Select(ReadCriterion)],
            Preview = [.. item.List("preview").Select(ReadPreview)],
            Probe = ReadExpression(item.Find("probe")),
            Compensation = ReadCompensation(item.Find("compensation")),
            Source = $"{item.File}:{item.Line}",
        };
        CheckTogether(item, type);
        return type;
    }

    private static void CheckTogether(YamlPart item, ActionType type)
    {
        ExpressionCheck.Template(item.Find("title"));
        if (!type.Id.StartsWith(type.System + ".", StringComparison.Ordinal) && type.Id.Length > 0)
        {
            (item.Find("id") ?? item).Error($"the id must begin with its system: '{type.System}.…'");
        }

        if ((type.Effect == EffectClass.Read) != (type.Reversibility == ReversibilityClass.ReadOnly))
        {
            (item.Find("reversibility") ?? item).Error("'read-only' belongs to effect 'read', and to nothing else");
        }

        if (type.Reversibility == ReversibilityClass.Reversible && type.Compensation is null)
        {
            (item.Find("reversibility") ?? item).Error("'reversible' needs a 'compensation' that undoes it; without one say 'reversible-by-other-side' or 'irreversible'");
        }

        foreach (var twice in type.Context.GroupBy(read => read.Alias, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            item.Find("context")?.Error($"the alias '{twice.Key}' is given twice");
        }
    }

    private static JsonObject ReadSchema(YamlPart item)
    {
        if (item.Find("parameters") is not { } part)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = false };
        }

        if (part.ToJson() is JsonObject schema && (string?)schema["type"] == "object")
        {
            return schema;
        }

        part.Error("'parameters' must be a JSON Schema of type object");
        return [];
    }

    private static ContextRead ReadContext(YamlPart part)
    {
        part.AllowOnly("alias", "record", "operation", "arguments", "each");
        var record = part.Find("record");
        record?.AllowOnly("collection", "id");
        if ((record is null) == (part.Find("operation") is null))
        {
            part.Error("give either 'record' or 'operation'");
        }

        return new ContextRead(
            part.Required("alias"),
            record?.Required("collection"),
            ExpressionCheck.Required(record, "id"),
            part.Optional("operation"),
            ReadExpressions(part.Find("arguments")),
            ReadExpression(part.Find("each")));
    }

    private static string ReadTarget(YamlPart target, List<ContextRead> context)
    {
        var alias = target.Text ?? "";
        if (!context.Any(read => read.Alias == alias && read.Collection is not null))
        {
            target.Error($"'{alias}' is no record of 'context'");
        }

        return alias;
    }

    private static SubmissionCriterion ReadCriterion(YamlPart part)
    {
        part.AllowOnly("when", "otherwise");
        return new SubmissionCriterion(ExpressionCheck.Required(part, "when") ?? "", ExpressionCheck.Template(part.Find("otherwise")) ?? part.Required("otherwise"));
    }

    private static PreviewLine ReadPreview(YamlPart part)
    {
        part.AllowOnly("label", "now", "after");
        return new PreviewLine(part.Required("label"), ExpressionCheck.Required(part, "now") ?? "", ExpressionCheck.Required(part, "after") ?? "");
    }

    private static Compensation? ReadCompensation(YamlPart? part)
    {
        if (part is null)
        {
            return null;
        }

        part.AllowOnly("action-type", "parameters");
        return new Compensation(part.Required("action-type"), ReadExpressions(part.Find("parameters")));
    }

    private static string? ReadExpression(YamlPart? part) => part is null ? null : ExpressionCheck.Expression(part);

    private static Dictionary<string, string> ReadExpressions(YamlPart? part) =>
        part?.Members().ToDictionary(member => member.Name, member => ExpressionCheck.Expression(member.Value), StringComparer.Ordinal) ?? [];
}
