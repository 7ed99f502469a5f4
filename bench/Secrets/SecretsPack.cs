using OpsConsole.Core.Foundation.Packs;

namespace OpsConsole.Bench.Secrets;

/// <summary>
/// The service desk's pack with one entity more, which lies in the hostile system: it is read with each order, part of it is marked
/// personal and part secret.
/// </summary>
internal static class SecretsPack
{
    private const string Order = "  - {name: products, entity: product, ids: items.product_id}\n";

    private const string Related = "  - {name: echoes, entity: echo, ids: order_id}\n";

    private const string Identifiers = "\n- kind: identifier\n";

    public static async Task WriteAsync(string from, string to, string system)
    {
        var files = await PackFiles.ReadAsync(from, CancellationToken.None);
        foreach (var (name, text) in files.Texts)
        {
            var file = Path.Combine(to, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, name == "map.yaml" ? Changed(text, system) : text);
        }
    }

    private static string Changed(string map, string system)
    {
        var (order, identifiers) = (map.IndexOf(Order, StringComparison.Ordinal), map.IndexOf(Identifiers, StringComparison.Ordinal));
        return order >= 0 && identifiers > order
            ? map[..order] + Order + Related + map[(order + Order.Length)..identifiers] + $"\n{Entity(system)}" + map[identifiers..]
            : throw new InvalidOperationException("The pack's map is not as it was; the entity cannot be added.");
    }

    private static string Entity(string system) =>
        $$"""
        - {kind: system, id: {{system}}, name: Echo, description: A system that gives back whatever it is sent.}
        - kind: entity
          id: echo
          name: Echo
          description: What another system knows about an order.
          system: {{system}}
          collection: {{EchoSystem.Collection}}
          name-field: order_id
          facts:
          - {attribute: status, label: Echo status, value: status}
          - {attribute: holder, label: Holder, value: holder}
          - {attribute: pin, label: Pin, value: pin}
          - {attribute: remark, label: Remark, value: note}
          - {attribute: seen, label: Seen key, value: seen_key}
          personal: [holder, contact.mail, contact.phone]
          secret: [pin]
        """;
}
