using System.Text.RegularExpressions;
using OpsConsole.Core.Foundation.Packs;
using OpsConsole.Core.Foundation.Yaml;

namespace OpsConsole.Core.BusinessMap;

/// <summary>
/// Reads a node of kind <c>identifier</c>:
/// <code>
/// - kind: identifier
///   id: customer-email
///   name: E-mail address
///   entity: customer
///   patterns: ['(?&lt;email&gt;[\w.+-]+@[\w-]+(\.[\w-]+)+)']
///   look-up: {operation: find_customer_by_email, arguments: {email: email}, ids: customer_id}
/// </code>
/// or, when the text names the record itself, <c>template: '#W{number}'</c> in the place of the look-up.
/// </summary>
internal static class MapIdentifierReader
{
    public static MapIdentifier Read(YamlPart node, PackReading reading)
    {
        node.AllowOnly("kind", "id", "name", "description", "entity", "patterns", "template", "look-up");
        reading.Refer("entity", node.Required("entity"), node);
        var lookUp = node.Find("look-up");
        if (lookUp is null == (node.Find("template") is null))
        {
            node.Error("an identifier has either a 'template' or a 'look-up'");
        }

        return new MapIdentifier(
            node.Required("id"), node.Required("name"), node.Required("entity"), [.. node.List("patterns").Select(Pattern).OfType<Regex>()],
            node.Optional("template"),
            lookUp is null ? null : new MapLookUp(lookUp.Required("operation"), MapEntityReader.Texts(lookUp.Find("arguments")), lookUp.Optional("ids") ?? ""));
    }

    private static Regex? Pattern(YamlPart part)
    {
        try
        {
            return new Regex(part.Text ?? "", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MapIdentifier.Timeout);
        }
        catch (ArgumentException failure)
        {
            part.Error($"'{part.Text}' is no regular expression: {failure.Message}");
            return null;
        }
    }
}
